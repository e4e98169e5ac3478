package dev.serai.testing;

import com.icegreen.greenmail.util.DummySSLServerSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.List;

/**
 * GreenMail in the test's JVM, for SMTP with AUTH, plain and TLS from the first byte; it knows no STARTTLS. It takes
 * every recipient. Not for load: it does some twenty mails a second.
 */
public final class FakeMail implements AutoCloseable {
    private final GreenMail server;

    private FakeMail(GreenMail server) {
        this.server = server;
    }

    /** A server on free ports of 127.0.0.1, its certificate that of {@link #certificate()}. */
    public static FakeMail start() {
        System.setProperty(
                DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_FILE_PROPERTY,
                Certificate.forHost("localhost").keyStore().toString());
        System.setProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_PASSWORD_PROPERTY, Certificate.PASSWORD);
        GreenMail server = new GreenMail(new ServerSetup[] {
            new ServerSetup(Ports.free(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(Ports.free(), "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
        });
        server.start();
        return new FakeMail(server);
    }

    /** Port of plain SMTP. */
    public int smtp() {
        return server.getSmtp().getPort();
    }

    /** Port of SMTP over TLS. */
    public int smtps() {
        return server.getSmtps().getPort();
    }

    /** Its certificate, for {@code localhost}, with the trust store that clients need. */
    public Certificate certificate() {
        return Certificate.forHost("localhost");
    }

    /** Adds a user who may log in. */
    public void addUser(String name, String password) {
        server.setUser(name, password);
    }

    /** What it received so far, the oldest first, once for each recipient. */
    public List<MimeMessage> received() {
        return List.of(server.getReceivedMessages());
    }

    @Override
    public void close() {
        server.stop();
    }
}
