package dev.serai.crash;

import static org.awaitility.Awaitility.await;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.testing.Dovecot;
import dev.serai.testing.Postgres;
import dev.serai.testing.SmtpSink;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hubs on one PostgreSQL and one broker. */
class TakeoverTest {
    private static final String PASSWORD = "secret";
    private static final Duration PROMISED = Duration.ofSeconds(20);

    private final RestClient rest = new RestClient();

    @TempDir
    private Path folder;

    @TempDir
    private Path other;

    @Test
    void p08_otherHubShouldTakeOverWithinTwentySecondsWhenTheOwnerIsKilled() throws Exception {
        Postgres.Database database = Postgres.shared().createDatabase();
        try (Dovecot dovecot = Dovecot.start();
                SmtpSink sink = SmtpSink.start();
                ExternalBroker broker = ExternalBroker.start()) {
            dovecot.addUser("support", PASSWORD);
            instance(folder, database, broker, dovecot, sink);
            try (HubProcess owner = HubProcess.start(folder)) {
                int port = owner.awaitReady();
                await().atMost(Site.LONG).until(() -> state(port).equals("running"));
                try (Hub standby = instance(other, database, broker, dovecot, sink)
                        .setting("serai.strategy.lease", "2s")
                        .start()) {
                    await().atMost(Site.LONG)
                            .until(() -> state(standby.httpPort()).equals("standby"));
                    List<CustomerMail> before = CustomerMail.to("before", 150);
                    before.forEach(mail -> dovecot.deliver("support", mail.bytes()));
                    Books books = new Books(standby.store());
                    await().atMost(Site.LONG).until(() -> !books.interactions().isEmpty());

                    owner.killAfter(Duration.ZERO);
                    owner.awaitExit();
                    List<CustomerMail> after = CustomerMail.to("after", 5);
                    after.forEach(mail -> dovecot.deliver("support", mail.bytes()));

                    List<CustomerMail> all =
                            Stream.of(before, after).flatMap(List::stream).toList();
                    await().atMost(PROMISED).untilAsserted(() -> books.takenOnce(all, List.of()));
                    await().until(() -> state(standby.httpPort()).equals("running"));
                }
            }
        }
    }

    private static TestInstance instance(
            Path folder, Postgres.Database database, ExternalBroker broker, Dovecot dovecot, SmtpSink sink)
            throws Exception {
        return new TestInstance(folder)
                .on(database)
                .setting("serai.broker.url", broker.url())
                .imap("support", dovecot, PASSWORD, "mark-seen")
                .account("default", sink.port());
    }

    private String state(int port) throws Exception {
        return rest.get(port, "/api/v1/capture-points")
                .json()
                .at("/items/0/state")
                .asText();
    }
}
