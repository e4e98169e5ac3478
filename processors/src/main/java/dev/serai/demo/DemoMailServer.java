package dev.serai.demo;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server inside the process, on free ports of 127.0.0.1: mailboxes to pull from, and SMTP for what leaves. */
final class DemoMailServer implements AutoCloseable {
    static final String PASSWORD = "demo + % & # ) } $ {";

    private final GreenMail server;
    private final SMTPServer outside;
    private final List<MimeMessage> received = new CopyOnWriteArrayList<>();
    private final GreenMailUser support;
    private final GreenMailUser payments;

    private DemoMailServer(GreenMail server) {
        this.server = server;
        this.outside = outside();
        this.support = server.setUser("support@example.com", "support", PASSWORD);
        this.payments = server.setUser("payments@example.com", "payments", PASSWORD);
    }

    static DemoMailServer start() {
        GreenMail server =
                new GreenMail(new ServerSetup[] {local(ServerSetup.PROTOCOL_IMAP), local(ServerSetup.PROTOCOL_POP3)});
        server.start();
        return new DemoMailServer(server);
    }

    /** Puts a sample into the mailbox that it is addressed to. */
    void deliver(Path sample) throws IOException {
        try (InputStream in = Files.newInputStream(sample)) {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), in);
            String to = String.join(",", headers(mail));
            (to.contains("payments@example.com") ? payments : support).deliver(mail);
        } catch (MessagingException unreadable) {
            throw new IOException(sample + " cannot be delivered: " + unreadable.getMessage(), unreadable);
        }
    }

    /** Subject lines of what the hub sent to the outside. */
    List<String> receivedSubjects() {
        return received.stream().map(DemoMailServer::subject).sorted().toList();
    }

    int imapPort() {
        return server.getImap().getPort();
    }

    int pop3Port() {
        return server.getPop3().getPort();
    }

    int smtpPort() {
        return outside.getPortAllocated();
    }

    private static ServerSetup local(String protocol) {
        return new ServerSetup(0, "127.0.0.1", protocol);
    }

    private static String[] headers(MimeMessage mail) throws MessagingException {
        String[] to = mail.getHeader("To");
        return to == null ? new String[0] : to;
    }

    /** SMTP as the outside world speaks it; GreenMail's refuses the null return path of automatic mail. */
    private SMTPServer outside() {
        SMTPServer smtp = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .messageHandler((context, from, to, data) -> took(data))
                .build();
        smtp.start();
        return smtp;
    }

    private void took(byte[] data) throws RejectException {
        try {
            received.add(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(data)));
        } catch (MessagingException unreadable) {
            throw new RejectException(554, String.valueOf(unreadable.getMessage()));
        }
    }

    private static String subject(MimeMessage mail) {
        try {
            return String.valueOf(mail.getSubject());
        } catch (MessagingException unreadable) {
            return "";
        }
    }

    @Override
    public void close() {
        server.stop();
        outside.stop();
    }
}
