package dev.serai.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Dovecot of the test's own on 127.0.0.1: IMAP and POP3, plain, STARTTLS and TLS, users made at run time. */
public final class Dovecot implements AutoCloseable {
    private final WorkFolder folder;
    private final ServerAccount account;
    private final DovecotOptions options;
    private final DovecotPorts ports = DovecotPorts.free();
    private @Nullable ServerProcess process;

    private Dovecot(DovecotOptions options) throws IOException {
        this.options = options;
        folder = WorkFolder.create("dovecot");
        account = ServerAccount.of("nobody", "nogroup", folder.path());
    }

    /** A server with the default options. */
    public static Dovecot start() {
        return start(DovecotOptions.defaults());
    }

    /** A server with these options. */
    public static Dovecot start(DovecotOptions options) {
        try {
            Dovecot server = new Dovecot(options);
            AtExit.close(server);
            server.configure();
            server.restart();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its ports, the same after a restart. */
    public DovecotPorts ports() {
        return ports;
    }

    /** Its certificate with the trust store that clients need. */
    public Certificate certificate() {
        return Certificate.forHost(options.certificateHost());
    }

    /** Adds a user with an empty INBOX, or gives one another password. */
    public void addUser(String name, String password) {
        try {
            String secret = Base64.getEncoder().encodeToString(password.getBytes(StandardCharsets.UTF_8));
            Path user = folder.file("users").resolve(name);
            Files.writeString(user, name + ":{PLAIN.b64}" + secret + "::::" + home(name) + "::\n");
            account.own(user);
            Files.createDirectories(home(name));
            account.own(home(name));
            inbox(name).create();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The user's INBOX on disk. */
    public Maildir inbox(String user) {
        return folder(user, "INBOX");
    }

    /** A folder of the user's on disk, levels separated by a slash; it need not exist yet. */
    public Maildir folder(String user, String name) {
        return new Maildir(home(user).resolve("Maildir"), name, account);
    }

    /** Delivers into the user's INBOX. */
    public void deliver(String user, byte[] mail) {
        inbox(user).deliver(mail);
    }

    /** Stops it as an outage would: connections break, mails stay. */
    public void stop() {
        if (process != null) {
            process.stop();
            process = null;
            await().until(ports::closed); // its children may hold them a moment longer than it lives
        }
    }

    /** Starts it again on the same ports with the same mails. */
    public void restart() {
        stop();
        try {
            String dovecot = DebianProgram.at("/usr/sbin/dovecot", "dovecot-imapd");
            DebianProgram.at("/usr/lib/dovecot/pop3", "dovecot-pop3d");
            List<String> command =
                    List.of(dovecot, "-F", "-c", folder.file("dovecot.conf").toString());
            process = ServerProcess.start(account, "TERM", folder.file("output"), command, ports::open);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        AtExit.forget(this);
        stop();
        try {
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path home(String user) {
        return folder.file("home").resolve(user);
    }

    private void configure() throws IOException {
        DovecotConfiguration files = new DovecotConfiguration(folder.path(), account, options, ports, certificate());
        Files.writeString(folder.file("dovecot.conf"), files.text());
        Files.writeString(folder.file("dovecot-oauth2.conf.ext"), files.introspection());
        folder.folder("users");
        folder.folder("home");
        account.own(folder.path());
    }
}
