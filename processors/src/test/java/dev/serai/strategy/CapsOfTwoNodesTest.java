package dev.serai.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.InteractionId;
import dev.serai.store.Ahead;
import dev.serai.store.AnswerKey;
import dev.serai.store.Database;
import dev.serai.store.PostgresSettings;
import dev.serai.store.Store;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.testing.Postgres;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Two nodes on one PostgreSQL, which decide at the same time. */
class CapsOfTwoNodesTest {
    private static final int ASKED = 200;

    private final AnswerCaps caps = new AnswerCaps(Duration.ofHours(1), 5, 3, 100, 10, 10, 60);

    /** As a decision asks: it says so beforehand, and its group may hold many of them. */
    private record Ask(AnswerCaps caps, AnswerKey key) implements Unit<Boolean> {
        @Override
        public void announce(Ahead ahead) {
            ahead.answers();
        }

        @Override
        public Boolean apply(Tx tx) {
            return caps.against(tx, "default", key).isEmpty();
        }
    }

    @Test
    void p60_twoNodesAtOnceShouldNotExceedTheCapOfAnAddress() {
        assertThat(answered(i -> AnswerKey.of("jo@example.org", id(), null))).isEqualTo(5);
    }

    @Test
    void p60_twoNodesAtOnceShouldNotExceedTheCapOfAThread() {
        InteractionId thread = id();

        assertThat(answered(i -> AnswerKey.of("crm-" + i + "@vendor-" + i + ".example", thread, null)))
                .isEqualTo(3);
    }

    @Test
    void p60_twoNodesAtOnceShouldNotExceedTheCapsOfADomain() {
        assertThat(answered(i -> AnswerKey.of("jo-" + i + "@example.org", id(), null)))
                .isEqualTo(100);
        assertThat(answered(i -> AnswerKey.of("jo-" + i + "@example.org", id(), "says the same")))
                .isEqualTo(10);
    }

    private long answered(java.util.function.IntFunction<AnswerKey> keys) {
        Postgres.Database fresh = Postgres.shared().createDatabase();
        try (Store one = node(fresh);
                Store other = node(fresh)) {
            List<CompletableFuture<Boolean>> asked = new ArrayList<>();
            for (int i = 0; i < ASKED; i++) {
                asked.add((i % 2 == 0 ? one : other).write(new Ask(caps, keys.apply(i))));
            }
            return asked.stream().filter(CompletableFuture::join).count();
        }
    }

    @Test
    void p60_whatAnotherTransactionCountsShouldBeWaitedFor() throws Exception {
        Postgres.Database fresh = Postgres.shared().createDatabase();
        try (Store one = node(fresh);
                Store other = node(fresh)) {
            AnswerKey key = AnswerKey.of("jo@example.org", id(), null);
            CompletableFuture<Optional<Suppression.Why>> late = new CompletableFuture<>();
            one.transact(tx -> {
                for (int i = 0; i < 5; i++) {
                    assertThat(caps.against(tx, "default", AnswerKey.of("jo@example.org", id(), null)))
                            .isEmpty();
                }
                other.write(tx2 -> caps.against(tx2, "default", key)).thenAccept(late::complete);
                assertThat(late).isNotDone();
                return true;
            });

            assertThat(late.get()).map(Suppression.Why::reason).hasValue(Suppression.CAP_ADDRESS);
        }
    }

    private static Store node(Postgres.Database fresh) {
        return Store.on(Database.open(PostgresSettings.of(fresh, 3)));
    }

    private static InteractionId id() {
        return InteractionId.next(Clock.systemUTC());
    }
}
