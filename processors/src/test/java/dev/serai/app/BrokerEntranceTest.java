package dev.serai.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.testing.Ports;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.nio.file.Path;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerEntranceTest {
    private static final String SECRET = "p + % w";

    private final int port = Ports.free();

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit starts it
    private Hub hub;

    @BeforeEach
    void start() throws Exception {
        TestInstance instance = new TestInstance(folder)
                .setting("serai.broker.listen", "tcp://127.0.0.1:" + port)
                .setting("serai.broker.username", "erp")
                .setting("serai.broker.secret", "file:" + folder.resolve("secret"));
        instance.write("secret", SECRET);
        hub = instance.start();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void systemsShouldSendWhenTheyKnowTheSecret() throws JMSException {
        try (Connection connection = connect("erp", SECRET)) {
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            session.createProducer(session.createQueue("serai.capture.erp")).send(session.createTextMessage("{}"));
            assertThat(session.createConsumer(session.createQueue("serai.capture.erp"))
                            .receive(5_000))
                    .isNotNull();
        }
    }

    @Test
    void strangersShouldStayOutside() {
        assertThatThrownBy(() -> connect("erp", "wrong")).isInstanceOf(JMSException.class);
        assertThatThrownBy(() -> connect("admin", SECRET)).isInstanceOf(JMSException.class);
        assertThatThrownBy(() -> connect(null, null)).isInstanceOf(JMSException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serai.internal.queue.inbound",
                "SERAI.INTERNAL.queue.inbound",
                "serai.capture.erp,serai.internal.queue.inbound",
                "serai.>"
            })
    void nobodyShouldReachTheHubsOwnDestinations(String destination) throws JMSException {
        try (Connection connection = connect("erp", SECRET)) {
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            assertThatThrownBy(() -> session.createConsumer(session.createQueue(destination)))
                    .isInstanceOf(JMSException.class);
            assertThatThrownBy(() -> session.createProducer(session.createQueue(destination))
                            .send(session.createTextMessage("{}")))
                    .isInstanceOf(JMSException.class);
        }
    }

    private Connection connect(@Nullable String user, @Nullable String secret) throws JMSException {
        Connection connection =
                new ActiveMQConnectionFactory(user, secret, "tcp://127.0.0.1:" + port).createConnection();
        connection.start();
        return connection;
    }
}
