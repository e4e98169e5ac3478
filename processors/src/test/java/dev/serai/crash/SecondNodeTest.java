package dev.serai.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.testing.Postgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where only one hub may be, a second one ends at once and says why. */
class SecondNodeTest {
    private static final int FOUND_PROBLEMS = 1;

    @TempDir
    private Path folder;

    @TempDir
    private Path other;

    @Test
    void secondHubShouldBeRefusedWhenTheInstanceHasAnEmbeddedDatabase() throws Exception {
        try (Hub first = new TestInstance(folder).start();
                HubProcess second = HubProcess.start(folder)) {
            assertThat(second.awaitExit()).as(second.output()).isEqualTo(FOUND_PROBLEMS);
            assertThat(second.output())
                    .contains("serai: another process, most likely another hub on this instance,")
                    .contains("serai.database.url")
                    .doesNotContain("\tat ");
            assertThat(new Books(first.store()).interactions()).isEmpty();
        }
    }

    @Test
    void secondHubShouldBeRefusedWhenBothHaveBrokersOfTheirOwn() throws Exception {
        Postgres.Database database = Postgres.shared().createDatabase();
        new TestInstance(other).on(database);
        try (Hub first = new TestInstance(folder).on(database).start();
                HubProcess second = HubProcess.start(other)) {
            assertThat(second.awaitExit()).as(second.output()).isEqualTo(FOUND_PROBLEMS);
            assertThat(second.output())
                    .contains("serai: another hub runs on this database")
                    .contains("serai.broker.url")
                    .doesNotContain("\tat ");
            assertThat(new Books(first.store()).interactions()).isEmpty();
        }
    }

    @Test
    void secondHubShouldBeRefusedWhenTheBrokersFolderIsTaken() throws Exception {
        TestInstance instance = new TestInstance(folder).on(Postgres.shared().createDatabase());
        try (Hub first = instance.start()) {
            new TestInstance(other)
                    .on(Postgres.shared().createDatabase())
                    .setting("serai.data", folder.resolve("data").toString());
            try (HubProcess second = HubProcess.start(other)) {
                assertThat(second.awaitExit()).as(second.output()).isEqualTo(FOUND_PROBLEMS);
                assertThat(second.output())
                        .contains("has the embedded broker's folder")
                        .contains("serai.data");
            }
            assertThat(new Books(first.store()).interactions()).isEmpty();
        }
    }
}
