package dev.serai.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.interaction.Content;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Origin;
import dev.serai.interaction.QueueName;
import dev.serai.store.Database;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.GenerationLife.Begin;
import dev.serai.store.GenerationLife.Changes;
import dev.serai.store.NewInteraction;
import dev.serai.store.QuarantineTable.Case;
import dev.serai.store.Store;
import dev.serai.store.WorkRow;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StraysTest {
    private static final Generation FILES = Generation.of(
            FileSet.ofTexts(Map.of("config/queues/known.yaml", "description: Known.\nstrategy: false\n")));

    @TempDir
    private Path folder;

    private Store store;

    @BeforeEach
    void open() {
        Path sql = Path.of(System.getProperty("serai.home"), "sql");
        store = Store.on(Database.open(DatabaseSettings.embedded(folder, sql)));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatWaitsInAQueueOfNoFileShouldBePutAsideWithTheReason() {
        InteractionId stray = waiting("gone");
        waiting("known");

        int aside = new Strays(store, "here", () -> FILES, Duration.ofSeconds(-1)).pass();

        List<Case> cases = store.read(tx -> tx.quarantine().list(10));
        assertThat(aside).isEqualTo(1);
        assertThat(cases).extracting(Case::id).containsExactly(stray);
        assertThat(cases.get(0).cause().cause()).isEqualTo("unknown-queue");
        assertThat(cases.get(0).cause().reason()).isEqualTo("queue 'gone' is in no file that is live");
    }

    @Test
    void aPlacementOfAMomentAgoShouldBeLeftInPeace() {
        waiting("gone");

        assertThat(new Strays(store, "here", () -> FILES).pass()).isZero();
    }

    @Test
    void aQueueThatOnlyAnotherNodesFilesKnowShouldBeLeftInPeace() {
        Generation theirs = Generation.of(
                FileSet.ofTexts(Map.of("config/queues/theirs.yaml", "description: Theirs.\nstrategy: false\n")));
        Records records = new Records(store, "there", 10);
        records.store(theirs);
        records.begin(records.draft(theirs, new Begin("start", "hub"), null, Changes.NONE));
        waiting("theirs");

        assertThat(new Strays(store, "here", () -> FILES, Duration.ofSeconds(-1)).pass())
                .isZero();
        records.end();
        assertThat(new Strays(store, "here", () -> FILES, Duration.ofSeconds(-1)).pass())
                .isEqualTo(1);
    }

    private InteractionId waiting(String queue) {
        InteractionId id = InteractionId.next(Clock.systemUTC());
        store.writeNow(tx -> {
            Origin origin = new Origin(null, null, null, id, "email", "Inbound", "InboundNew", tx.now(), tx.now());
            tx.interactions().insert(new NewInteraction(id, "default", origin, Content.none(), null, null, Map.of()));
            tx.work().insert(WorkRow.born("default", id, QueueName.of(queue), 0, tx.now()));
            return true;
        });
        return id;
    }
}
