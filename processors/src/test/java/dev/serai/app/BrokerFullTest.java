package dev.serai.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.testing.Ports;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that copies have filled as far as they may. */
class BrokerFullTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int MESSAGES = 48;

    private final String url = "tcp://127.0.0.1:" + Ports.free();

    @TempDir
    private Path folder;

    @Test
    @SuppressWarnings("try") // the hub takes what is sent as long as it is open
    void copiesShouldLeaveRoomForWork() throws Exception {
        try (Hub unused = instance().start();
                Connection connection = connection()) {
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            var producer = session.createProducer(session.createQueue("serai.capture.erp"));
            for (int i = 0; i < MESSAGES; i++) {
                producer.send(session.createTextMessage(
                        "{\"operation\":\"submit\",\"properties\":{\"subject\":\"%d\",\"text\":\"%s\"}}"
                                .formatted(i, "x".repeat(900_000))));
            }
            producer.send(session.createTextMessage("no json"));

            assertThat(session.createConsumer(session.createQueue("serai.capture.erp.error"))
                            .receive(LONG.toMillis()))
                    .isNotNull();
            assertThat(waiting(session, "serai.capture.erp.processed")).isBetween(1, MESSAGES - 1);
            await().atMost(LONG).until(() -> waiting(session, "serai.capture.erp.notification") == MESSAGES + 1);
            assertThat(waiting(session, "serai.capture.erp")).isZero();
        }
    }

    private TestInstance instance() {
        TestInstance instance = new TestInstance(folder)
                .setting("serai.broker.listen", url)
                .setting("serai.broker.store", "128MB")
                .setting("serai.broker.username", "erp")
                .setting("serai.broker.secret", "file:" + folder.resolve("secret"))
                .file("config/queues/orders.yaml", "description: Orders\nstrategy: false\n")
                .file("routes/capture/capture-jms-erp.camel.yaml", """
                        - route:
                            id: capture-jms-erp
                            description: A test.
                            from:
                              uri: kamelet:jms-capture-source
                              parameters: {name: erp, queue: orders, concurrency: 1}
                              steps:
                                - log: {id: seen, message: seen, loggingLevel: DEBUG}
                        """);
        instance.write("secret", "secret");
        return instance;
    }

    private static int waiting(Session session, String queue) throws JMSException {
        try (var browser = session.createBrowser(session.createQueue(queue))) {
            Enumeration<?> waiting = browser.getEnumeration();
            return Collections.list(waiting).size();
        }
    }

    private Connection connection() throws JMSException {
        Connection connection = new ActiveMQConnectionFactory("erp", "secret", url).createConnection();
        connection.start();
        return connection;
    }
}
