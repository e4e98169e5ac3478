package dev.serai.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SmtpSinkTest {
    @Test
    void mailShouldArriveWithItsEnvelope() throws MessagingException {
        try (SmtpSink sink = SmtpSink.start()) {
            send(sink.port());

            await().until(() -> sink.received().size() == 1);
            SunkMail mail = sink.received().get(0);
            assertThat(mail.from()).isEqualTo("<a@example.com>");
            assertThat(mail.recipients()).containsExactly("<b@example.com>", "<c@example.com>");
            assertThat(mail.text()).startsWith("Subject: hello\n").endsWith("\n\nworld\n");
        }
    }

    @Test
    void refusalShouldReachTheClient() {
        try (SmtpSink sink = SmtpSink.start("-f", "RCPT")) {
            assertThatThrownBy(() -> send(sink.port())).isInstanceOf(MessagingException.class);
            assertThat(sink.received()).isEmpty();
        }
    }

    @Test
    void restartShouldKeepPortAndMails() throws MessagingException {
        try (SmtpSink sink = SmtpSink.start()) {
            send(sink.port());
            sink.stop();
            assertThatThrownBy(() -> send(sink.port())).isInstanceOf(MessagingException.class);

            sink.restart();
            send(sink.port());

            await().until(() -> sink.received().size() == 2);
        }
    }

    private static void send(int port) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(port));
        properties.put("mail.smtp.from", "a@example.com");
        Session session = Session.getInstance(properties);
        byte[] mail = "Subject: hello\r\n\r\nworld\r\n".getBytes(US_ASCII);
        MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(mail));
        Transport.send(message, InternetAddress.parse("b@example.com, c@example.com"));
    }
}
