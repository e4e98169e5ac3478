package dev.serai.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.chain.Chains;
import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.Settings;
import dev.serai.store.Database;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.GenerationLife;
import dev.serai.store.GenerationLife.Begin;
import dev.serai.store.GenerationLife.Changes;
import dev.serai.store.Store;
import dev.serai.store.StoreException;
import dev.serai.strategy.Playbook;
import dev.serai.strategy.StrategyRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which set is live when the database goes away in the moment of the switch. */
class SuccessionTest {
    private static final Begin EDIT = new Begin("edit", "files");

    @TempDir
    private Path folder;

    private final LiveSet set = new LiveSet();
    private Store store;
    private Flaky lives;
    private Succession succession;
    private Live old;
    private Live made;

    @BeforeEach
    void begin() throws Exception {
        store = Store.on(
                Database.open(DatabaseSettings.embedded(folder, Path.of(System.getProperty("serai.home"), "sql"))));
        Records records = new Records(store, "node", 5);
        lives = new Flaky(records);
        succession = new Succession(set, lives);
        old = live("old");
        made = live("made");
        records.store(old.generation());
        records.store(made.generation());
        succession.replace(null, old, draft(old), () -> {});
    }

    @AfterEach
    void close() {
        old.close();
        made.close();
        store.close();
    }

    @Test
    void aSwitchWhoseAnswerWasLostShouldBeFinished() {
        lives.losesAnswers = 1;

        succession.replace(old, made, draft(made), () -> {});

        assertThat(set.current()).isSameAs(made);
        assertThat(written()).isEqualTo(made.generation().id());
    }

    @Test
    void aSwitchInDoubtShouldBeUndoneBeforeAnythingIsClaimed() {
        lives.losesAnswers = 1;
        lives.away = true;
        assertThatThrownBy(() -> succession.replace(old, made, draft(made), () -> {}))
                .isInstanceOf(StoreException.Unavailable.class);
        assertThat(set.current()).isSameAs(old);
        assertThatThrownBy(() -> set.claimFor(deciders -> deciders)).isInstanceOf(StoreException.Unavailable.class);

        lives.away = false;

        String claimedUnder = set.claimFor(deciders -> written());
        assertThat(claimedUnder).isEqualTo(old.generation().id());
        assertThat(set.current()).isSameAs(old);
    }

    @Test
    void theOldSetShouldBeLiveAgainAtOnceAndWrittenBeforeAnythingIsClaimed() {
        succession.replace(old, made, draft(made), () -> {});
        lives.away = true;

        succession.back(made, old);

        assertThat(set.current()).isSameAs(old);
        assertThat(succession.life().orElseThrow().generation())
                .isEqualTo(old.generation().id());
        assertThatThrownBy(() -> set.claimFor(deciders -> deciders)).isInstanceOf(StoreException.Unavailable.class);
        lives.away = false;
        String claimedUnder = set.claimFor(deciders -> written());
        assertThat(claimedUnder).isEqualTo(old.generation().id());
    }

    @Test
    void aSwitchThatWasNotWrittenShouldLeaveTheOldSetAndItsLife() {
        lives.away = true;
        assertThatThrownBy(() -> succession.replace(old, made, draft(made), () -> {}))
                .isInstanceOf(StoreException.Unavailable.class);
        lives.away = false;

        succession.settle();

        assertThat(lives()).hasSize(1);
        assertThat(set.current()).isSameAs(old);
    }

    private String written() {
        return lives().get(0).generation();
    }

    private List<GenerationLife> lives() {
        return store.read(tx -> tx.generations().lives(10));
    }

    private GenerationLife draft(Live next) {
        return lives.draft(next.generation(), EDIT, null, Changes.NONE);
    }

    private static Live live(String words) throws RefusedException {
        Generation generation = Generation.of(
                FileSet.ofTexts(Map.of("config/queues/general.yaml", "description: " + words + "\nstrategy: false\n")));
        LiveContext context = LiveContext.start(generation, new Bare(), camel -> {});
        return new Live(
                Playbook.of(generation, Settings.of(Map.of())),
                Chains.forTrial(generation, SuccessionTest.class.getClassLoader()),
                Map.of(),
                context,
                new StrategyRunner(context.camel()));
    }

    private static final class Bare implements Equipment {
        @Override
        public void equip(CamelContext context) {}

        @Override
        public void onlyRoutes(Set<String> ids) {}
    }

    /** A database that is away, or whose answer to a commit is lost. */
    private static final class Flaky implements Succession.Lives {
        private final Succession.Lives real;
        private boolean away;
        private int losesAnswers;

        Flaky(Succession.Lives real) {
            this.real = real;
        }

        @Override
        public GenerationLife draft(
                Generation generation, Begin begin, @Nullable String holdsAgainst, Changes changes) {
            return real.draft(generation, begin, holdsAgainst, changes);
        }

        @Override
        public GenerationLife begin(GenerationLife draft) {
            if (losesAnswers > 0) {
                losesAnswers--;
                real.begin(draft);
                throw gone();
            }
            if (away) {
                throw gone();
            }
            return real.begin(draft);
        }

        @Override
        public Optional<GenerationLife> find(String id) {
            if (away) {
                throw gone();
            }
            return real.find(id);
        }

        private static StoreException.Unavailable gone() {
            return new StoreException.Unavailable("away", new IllegalStateException("away"));
        }
    }
}
