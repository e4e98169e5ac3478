package dev.serai.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.serai.dependency.NoAnswer;
import dev.serai.files.Place;
import dev.serai.files.Secret;
import dev.serai.testing.Postgres;
import dev.serai.testing.Relay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that answers no further connection: the one that the driver opens to stop a query. */
class FarCancelTest {
    @TempDir
    private Path folder;

    @Test
    void aDeadlineShouldNotWaitForTheStopOfItsQuery() throws Exception {
        Postgres.Database database = Postgres.shared().createDatabase();
        try (Relay relay = Relay.taking(1, Postgres.shared().port());
                Databases databases = new Databases()) {
            DatabaseDefinition far = definition(database, relay.port());
            NamedQuery slow =
                    new NamedQuery("slow", "sql/queries/slow.sql", "select pg_sleep(20)", List.of(), Map.of());
            long start = System.nanoTime();

            assertThatThrownBy(() -> databases.ask(far, slow, Map.of(), 1, Duration.ofSeconds(2)))
                    .isInstanceOf(NoAnswer.class);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
            await().until(() -> relay.swallowed() > 0);
        }
    }

    private DatabaseDefinition definition(Postgres.Database database, int port) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), database.password());
        String url = database.url().replace(":" + Postgres.shared().port() + "/", ":" + port + "/");
        return new DatabaseDefinition(
                "far",
                url,
                database.user(),
                Optional.of(Secret.of("file:" + secret)),
                1,
                Optional.empty(),
                Place.of("far.yaml", 1));
    }
}
