package dev.serai.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.store.GenerationLife.Begin;
import dev.serai.store.GenerationLife.Changes;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that does not run what lies on disk, and what it tells of that. */
class EarlierSetTest {
    @TempDir
    private Path folder;

    @Test
    void aSetThatCamelRefusedShouldBeToldOfAfterEveryRestart() throws Exception {
        TestInstance instance = new TestInstance(folder).placing();
        Generation good = Generation.load(instance.home());
        instance.file("config/queues/spare.yaml", "description: Refused.\nstrategy: false\n");
        String refused = Generation.load(instance.home()).id();
        try (Hub hub = instance.start()) {
            write(hub, good, new Begin("restore", "hub"), refused);
        }

        assertRunsInsteadOfTheRefused(instance, good);
        assertRunsInsteadOfTheRefused(instance, good);
    }

    private static void assertRunsInsteadOfTheRefused(TestInstance instance, Generation good) throws Exception {
        try (Hub hub = instance.start()) {
            HubCalls calls = new HubCalls(hub);
            assertThat(calls.config().at("/current/id").asText()).isEqualTo(good.id());
            assertThat(calls.config().at("/current/rejected/0/reason").asText())
                    .startsWith("Camel refused a source of these files");
            assertThat(calls.get("/observe/health").json().at("/status").asText())
                    .isEqualTo("DEGRADED");
        }
    }

    @Test
    void aStartShouldTryTheNextSetWhenOneCannotBeMadeAnyMore() throws Exception {
        TestInstance instance = new TestInstance(folder).placing();
        Generation good = Generation.load(instance.home());
        Generation withoutItsJar = Generation.of(FileSet.ofTexts(
                Map.of("config/transformers.yaml", "outbound:\n  - {name: gone, type: in-a-jar-that-is-gone}\n")));
        try (Hub hub = instance.start()) {
            write(hub, withoutItsJar, new Begin("edit", "files"), null);
        }
        instance.file("routes/strategies/strategy-inbound.camel.yaml", "- route: {id: strategy-inbound");

        try (Hub hub = instance.start()) {
            assertThat(new HubCalls(hub).config().at("/current/id").asText()).isEqualTo(good.id());
        }
    }

    private static void write(Hub hub, Generation generation, Begin begin, @Nullable String holdsAgainst) {
        Records records = new Records(hub.store(), "another", 10);
        records.store(generation);
        records.begin(records.draft(generation, begin, holdsAgainst, Changes.NONE));
    }
}
