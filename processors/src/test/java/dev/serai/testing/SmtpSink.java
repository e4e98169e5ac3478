package dev.serai.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Postfix's {@code smtp-sink} on 127.0.0.1: an SMTP server that takes everything, or refuses what its options say.
 *
 * <p>It knows neither TLS nor real AUTH; {@link FakeMail} does.
 */
public final class SmtpSink implements AutoCloseable {
    private final WorkFolder folder;
    private final ServerAccount account;
    private final int port = Ports.free();
    private @Nullable ServerProcess process;

    private SmtpSink() throws IOException {
        folder = WorkFolder.create("smtp-sink");
        account = ServerAccount.of("nobody", "nogroup", folder.path());
        folder.folder("mails");
        account.own(folder.path());
    }

    /**
     * A sink with these options of smtp-sink(1): {@code -f RCPT} refuses with 5xx, {@code -r DATA} with 4xx,
     * {@code -q .} hangs up after the final dot, {@code -Q MAIL} says 421, {@code -W DATA:5} waits five seconds.
     */
    public static SmtpSink start(String... options) {
        try {
            SmtpSink sink = new SmtpSink();
            AtExit.close(sink);
            sink.restart(options);
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sink that keeps nothing of what it takes, for measuring. */
    public static SmtpSink discarding() {
        try {
            SmtpSink sink = new SmtpSink();
            AtExit.close(sink);
            sink.launch(List.of());
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its port, the same after a restart. */
    public int port() {
        return port;
    }

    /** Stops it as an outage would; what it received stays. */
    public void stop() {
        if (process != null) {
            process.stop();
            process = null;
        }
    }

    /** Starts it again on the same port, perhaps with other options. */
    public void restart(String... options) {
        stop();
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("-d", folder.file("mails") + "/%s."));
        launch(all);
    }

    private void launch(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(DebianProgram.at("/usr/sbin/smtp-sink", "postfix"));
        command.addAll(options);
        command.addAll(List.of("127.0.0.1:" + port, "100"));
        try {
            process = ServerProcess.start(account, "TERM", folder.file("output"), command, () -> Ports.open(port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mails received in full so far, the oldest first. */
    public List<SunkMail> received() {
        try (Stream<Path> files = Files.list(folder.file("mails"))) {
            return files.sorted(Comparator.comparing(SmtpSink::age))
                    .flatMap(file -> SunkMail.read(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The dumps of what it received so far, complete or not: for mails that are too large to be read as text. */
    public List<Path> files() {
        try (Stream<Path> files = Files.list(folder.file("mails"))) {
            return files.toList();
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

    private static java.nio.file.attribute.FileTime age(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
