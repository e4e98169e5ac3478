package dev.serai.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.capture.Headers;
import dev.serai.interaction.PointName;
import dev.serai.store.Database;
import dev.serai.store.EventLog.Event;
import dev.serai.store.OutgoingRow;
import dev.serai.store.PostgresSettings;
import dev.serai.store.Store;
import dev.serai.testing.Postgres;
import dev.serai.window.CrashWindow;
import dev.serai.window.HaltingHook;
import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub dies while a follower is between an event and its new place in the log. */
class FollowWindowTest {
    private static final int ORDERS = 5;

    @TempDir
    private Path folder;

    /** The broker goes on, with what was committed to it before the death. */
    @Test
    void eventsOnTheTopicShouldBeThereAtLeastOnceWhenTheHubDiedBeforeItsPlaceWasMoved() throws Exception {
        try (ExternalBroker broker = ExternalBroker.start();
                Connection connection = new ActiveMQConnectionFactory(broker.url()).createConnection()) {
            connection.start();
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            MessageConsumer subscriber = session.createConsumer(session.createTopic("serai.events"));
            TestInstance instance = instance().setting("serai.broker.url", broker.url());
            try (Hub hub = instance.start()) {
                for (int i = 0; i < ORDERS; i++) {
                    new RestClient()
                            .post(hub.httpPort(), RestClient.Call.of("/api/v1/interactions", "{'queue': 'inbound'}"));
                }
                settled(hub.store());
            }
            instance.setting("serai.events.topic", "serai.events").setting("serai.events.begin", "beginning");
            die(CrashWindow.EVENTS_SENT);

            try (Hub hub = instance.start()) {
                List<String> wanted = settled(hub.store());
                List<String> told = new ArrayList<>();
                Site.eventually(() -> {
                    while (subscriber.receive(100) instanceof TextMessage message) {
                        told.add(message.getStringProperty("id"));
                    }
                    assertThat(told).containsAll(wanted).hasSizeGreaterThanOrEqualTo(2 * wanted.size());
                });
                assertThat(told).as("in order, and all of it once more").containsSubsequence(wanted);
            }
        }
    }

    @Test
    void aPointShouldBeToldOnceWhenTheHubDiedBeforeTheCommit() throws Exception {
        Postgres.Database database = Postgres.shared().createDatabase();
        TestInstance instance = instance().on(database);
        BrokerFolder broker = new BrokerFolder(folder);
        broker.send("serai.capture.erp", Collections.nCopies(ORDERS, "{\"operation\":\"submit\"}"));
        die(CrashWindow.EVENTS_FOLLOWED);

        try (Hub hub = instance.start()) {
            settled(hub.store());
            Site.eventually(() -> assertThat(behind(hub.store())).isZero());
        }
        assertThat(waiting(database) + sent(broker)).isEqualTo(ORDERS);
    }

    private static long behind(Store store) {
        return store.read(tx -> tx.stream().extent().head()
                - tx.followers().find("notifications").orElseThrow().position());
    }

    /** Notifications that were sent; the answers to the orders lie beside them. */
    private static long sent(BrokerFolder broker) throws Exception {
        long news = 0;
        for (Message message : broker.messages("serai.capture.erp.notification")) {
            news += "notification".equals(message.getStringProperty(Headers.KIND)) ? 1 : 0;
        }
        return news;
    }

    /** Notifications that were not sent yet. */
    private static int waiting(Postgres.Database database) {
        try (Store store = Store.on(Database.open(PostgresSettings.of(database, 2)))) {
            List<OutgoingRow> rows = store.read(tx -> tx.outgoing().next(PointName.of("erp"), 1000));
            return Math.toIntExact(rows.stream()
                    .filter(row -> row.kind() == OutgoingRow.Kind.NOTIFICATION)
                    .count());
        }
    }

    /** What its strategy does is told to a point that nobody sends for. */
    private TestInstance instance() {
        return new TestInstance(folder)
                .setting("serai.strategy.lease", "2s")
                .file("routes/capture/capture-jms-erp.camel.yaml", """
                        - route:
                            id: capture-jms-erp
                            description: The test's point
                            from:
                              uri: kamelet:jms-capture-source
                              parameters: {name: erp, notify: queued}
                              steps:
                                - log: {id: captured, message: "captured", loggingLevel: DEBUG}
                        """)
                .placing();
    }

    private void die(CrashWindow window) {
        try (HubProcess dying = HubProcess.start(folder, "-D" + HaltingHook.PROPERTY + "=" + window + ":1")) {
            assertThat(dying.awaitExit()).as(dying.output()).isEqualTo(HaltingHook.STATUS);
        }
    }

    /** The ids of all events of interactions, once all of them came where they belong. */
    private static List<String> settled(Store store) {
        Site.eventually(() -> assertThat(events(store))
                .filteredOn(event -> "general".equals(event.data().get("queue")))
                .hasSize(ORDERS));
        return events(store).stream()
                .filter(event -> event.type().startsWith("serai.interaction."))
                .map(FollowWindowTest::id)
                .toList();
    }

    private static String id(Event event) {
        return event.subject() + "/" + event.seq();
    }

    private static List<Event> events(Store store) {
        return store.read(tx -> tx.stream().after(0, 1000));
    }
}
