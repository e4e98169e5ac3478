package dev.serai.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.files.Settings;
import dev.serai.testing.Ports;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.nio.file.Path;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the embedded broker keeps when it is started again. */
@SuppressWarnings("try") // what is open works by itself
class EmbeddedBrokerTest {
    private final String url = "tcp://127.0.0.1:" + Ports.free();

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit makes it
    private TestInstance instance;

    @BeforeEach
    void openThePort() {
        instance = new TestInstance(folder)
                .setting("serai.broker.listen", url)
                .setting("serai.broker.username", "erp")
                .setting("serai.broker.secret", "file:" + folder.resolve("secret"));
        instance.write("secret", "secret");
    }

    @Test
    void whatComesToCaptureShouldBeKeptEvenWhenItsSenderSaidNonPersistent() throws Exception {
        try (Broker broker = broker()) {
            send("serai.capture.erp");
            send("serai.elsewhere");
        }
        try (Broker broker = broker()) {
            assertThat(isThere("serai.capture.erp")).isTrue();
            assertThat(isThere("serai.elsewhere")).isFalse();
        }
    }

    @Test
    void messageLargerThanAFrameShouldBeRefusedAtTheDoor() throws Exception {
        try (Broker broker = broker();
                Connection connection = connection()) {
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            MessageProducer producer = session.createProducer(session.createQueue("serai.capture.erp"));
            var tooLarge = session.createBytesMessage();
            tooLarge.writeBytes(new byte[17 << 20]);

            assertThatThrownBy(() -> producer.send(tooLarge)).isInstanceOf(JMSException.class);
        }
    }

    private Broker broker() throws Exception {
        return Broker.start(Settings.load(instance.home()), folder.resolve("data"));
    }

    private Connection connection() throws JMSException {
        Connection connection = new ActiveMQConnectionFactory("erp", "secret", url).createConnection();
        connection.start();
        return connection;
    }

    private void send(String queue) throws JMSException {
        try (Connection connection = connection()) {
            Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
            MessageProducer producer = session.createProducer(session.createQueue(queue));
            producer.setDeliveryMode(DeliveryMode.NON_PERSISTENT);
            producer.send(session.createTextMessage("{}"));
            session.commit();
        }
    }

    private boolean isThere(String queue) throws JMSException {
        try (Connection connection = connection()) {
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            return session.createConsumer(session.createQueue(queue)).receive(1_000) != null;
        }
    }
}
