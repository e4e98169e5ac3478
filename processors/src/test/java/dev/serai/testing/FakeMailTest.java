package dev.serai.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class FakeMailTest {
    private static final String PASSWORD = "a b+%&#)}${";

    @Test
    void mailShouldArriveOverTlsAfterALogin() throws MessagingException {
        try (FakeMail mail = FakeMail.start()) {
            mail.addUser("sender", PASSWORD);

            send(mail, "smtps", mail.smtps(), PASSWORD);

            assertThat(mail.received()).hasSize(1);
            assertThat(mail.received().get(0).getSubject()).isEqualTo("hello");
        }
    }

    @Test
    void wrongPasswordShouldBeRefused() {
        try (FakeMail mail = FakeMail.start()) {
            mail.addUser("sender", PASSWORD);

            assertThatThrownBy(() -> send(mail, "smtp", mail.smtp(), "other"))
                    .isInstanceOf(AuthenticationFailedException.class);
        }
    }

    private static void send(FakeMail mail, String protocol, int port, String password) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail." + protocol + ".auth", "true");
        properties.put("mail." + protocol + ".socketFactory.fallback", "false");
        properties.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        properties.put(
                "mail." + protocol + ".ssl.socketFactory", mail.certificate().trustingSockets());
        Session session = Session.getInstance(properties);
        MimeMessage message = new MimeMessage(session);
        message.setSubject("hello");
        message.setText("world");
        try (Transport transport = session.getTransport(protocol)) {
            transport.connect("localhost", port, "sender", password);
            transport.sendMessage(message, InternetAddress.parse("b@example.com"));
        }
    }
}
