package dev.serai.capture.kafka;

import static dev.serai.capture.kafka.KafkaSite.eventually;
import static dev.serai.capture.kafka.KafkaSite.submit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.capture.CaptureHub;
import dev.serai.capture.PointState;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.PostgresSettings;
import dev.serai.testing.Kafka;
import dev.serai.testing.Postgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that goes away and comes back. */
class KafkaAwayTest {
    @TempDir
    private Path folder;

    @Test
    void nothingShouldCountAndCapturingGoOnWhenTheDatabaseWasAway() {
        try (Postgres database = Postgres.start();
                KafkaSite site = new KafkaSite(
                        CaptureHub.on(folder, settings(database.createDatabase())), Kafka.shared(), 1, "attempts: 1")) {
            site.send(submit("before"));
            eventually(() -> assertThat(site.subjects()).containsExactly("before"));
            database.stop();
            site.send(submit("while it is away"));
            eventually(
                    () -> assertThat(site.hub().points().health(KafkaSite.POINT).state())
                            .isEqualTo(PointState.WAITING));
            database.restart();

            eventually(() -> assertThat(site.subjects()).containsExactlyInAnyOrder("before", "while it is away"));
            assertThat(site.topics().records(site.error())).isEmpty();
        }
    }

    @Test
    void aRecordShouldWaitUncountedWhenTheHubItselfFailsOnIt() throws SQLException {
        try (Postgres database = Postgres.start()) {
            Postgres.Database own = database.createDatabase();
            try (KafkaSite site =
                    new KafkaSite(CaptureHub.on(folder, settings(own)), Kafka.shared(), 1, "attempts: 1")) {
                site.awaitPlaced();
                run(own, "alter table delivery rename to delivery_elsewhere");
                site.send(submit("good"));
                eventually(() -> assertThat(site.status().lastError()).contains("the hub failed on it"));
                run(own, "alter table delivery_elsewhere rename to delivery");

                eventually(() -> assertThat(site.subjects()).containsExactly("good"));
                assertThat(site.topics().records(site.error())).isEmpty();
            }
        }
    }

    private static void run(Postgres.Database database, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement execute = connection.createStatement()) {
            boolean unused = execute.execute(statement);
        }
    }

    private static DatabaseSettings settings(Postgres.Database database) {
        return PostgresSettings.of(database, 4);
    }

    @Test
    void capturingShouldGoOnWhenTheBrokerComesBackAndStatusShouldSayThatItIsAway() {
        try (Kafka kafka = Kafka.start();
                KafkaSite site = new KafkaSite(folder, kafka, 1)) {
            site.send(submit("before"));
            eventually(
                    () -> assertThat(site.topics().records(site.notification())).hasSize(1));
            kafka.kill();
            eventually(() -> assertThat(site.status().state()).isEqualTo(PointState.FAILING));
            assertThat(site.status().lastError()).contains("does not answer");
            kafka.restart();
            site.send(submit("after"));

            eventually(() -> assertThat(site.subjects()).containsExactlyInAnyOrder("before", "after"));
            eventually(
                    () -> assertThat(site.topics().records(site.notification())).hasSize(2));
            eventually(() -> assertThat(site.status().state()).isEqualTo(PointState.RUNNING));
        }
    }
}
