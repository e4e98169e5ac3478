package dev.serai.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.Interaction;
import dev.serai.store.InteractionFilter;
import dev.serai.testing.Artemis;
import dev.serai.testing.Postgres;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one PostgreSQL and one Artemis, which carries their work and the requests of a system outside. */
class HubOnArtemisTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int ORDERS = 30;

    @TempDir
    private Path folder;

    @TempDir
    private Path other;

    @TempDir
    private Path journal;

    @Test
    void twoNodesShouldShareTheWorkOnceThroughABrokerThatIsAway() throws Exception {
        Postgres.Database database = Postgres.shared().createDatabase();
        try (Artemis artemis = Artemis.start(journal);
                Hub first = instance(folder, database, artemis).start();
                Hub second = instance(other, database, artemis).start()) {
            order(artemis, 0);
            await().atMost(LONG).until(() -> decided(first).size() > ORDERS / 4);
            artemis.stop();
            artemis.restart();
            order(artemis, ORDERS);

            await().atMost(LONG).untilAsserted(() -> {
                assertThat(decided(second)).hasSize(2 * ORDERS);
                assertThat(artemis.messages("serai.capture.web.processed")).isEqualTo(2 * ORDERS);
                assertThat(artemis.messages("serai.capture.web.notification")).isEqualTo(2 * ORDERS);
            });
            assertThat(decided(first))
                    .allSatisfy(one -> assertThat(one.standing().placement()).isEqualTo(2));
        }
    }

    private static TestInstance instance(Path folder, Postgres.Database database, Artemis artemis) {
        return new TestInstance(folder)
                .on(database)
                .placing()
                .setting("serai.broker.url", "failover:(" + artemis.url() + ")")
                .setting("serai.strategy.lease", "2s")
                .file("routes/capture/capture-jms-web.camel.yaml", """
                        - route:
                            id: capture-jms-web
                            description: The test's orders
                            from:
                              uri: kamelet:jms-capture-source
                              parameters: {name: web}
                              steps:
                                - log: {id: captured, message: captured, loggingLevel: DEBUG}
                        """);
    }

    private static void order(Artemis artemis, int from) throws JMSException {
        try (Connection connection = new ActiveMQConnectionFactory(artemis.url()).createConnection()) {
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            MessageProducer producer = session.createProducer(session.createQueue("serai.capture.web"));
            for (int i = from; i < from + ORDERS; i++) {
                producer.send(session.createTextMessage("{\"operation\":\"submit\",\"externalId\":\"" + i
                        + "\",\"properties\":{\"subject\":\"order\"}}"));
            }
        }
    }

    /** Those that the strategy placed. */
    private static List<Interaction> decided(Hub hub) {
        List<Interaction> all = hub.store()
                .read(tx -> tx.interactions()
                        .find("default", InteractionFilter.all().limit(1000)));
        return all.stream()
                .filter(one -> String.valueOf(one.standing().queue()).equals("general"))
                .toList();
    }
}
