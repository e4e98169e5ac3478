package dev.serai.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.InteractionId;
import dev.serai.store.Database;
import dev.serai.store.PostgresSettings;
import dev.serai.store.Store;
import dev.serai.testing.Postgres;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Two nodes on one PostgreSQL, which pass mails of one thread on at the same time. */
class ForwardCapOfTwoNodesTest {
    private final AnswerCaps caps = new AnswerCaps(Duration.ofHours(1), 5, 3, 100, 10, 1, 60);

    @Test
    void p59_whatAnotherTransactionPassesOnShouldBeWaitedFor() throws Exception {
        Postgres.Database fresh = Postgres.shared().createDatabase();
        InteractionId thread = InteractionId.next(Clock.systemUTC());
        try (Store one = node(fresh);
                Store other = node(fresh)) {
            CompletableFuture<Optional<Suppression.Why>> late = new CompletableFuture<>();
            one.transact(tx -> {
                assertThat(caps.againstForward(tx, "default", thread)).isEmpty();
                PassedOnMail.insert(tx, "default", thread);
                other.write(tx2 -> caps.againstForward(tx2, "default", thread)).whenComplete((why, failure) -> {
                    if (failure == null) {
                        late.complete(why);
                    } else {
                        late.completeExceptionally(failure);
                    }
                });
                assertThat(late).failsWithin(Duration.ofMillis(500));
                return true;
            });

            assertThat(late.get()).map(Suppression.Why::reason).hasValue(Suppression.CAP_FORWARD);
        }
    }

    private static Store node(Postgres.Database fresh) {
        return Store.on(Database.open(PostgresSettings.of(fresh, 3)));
    }
}
