package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.AccountName;
import dev.serai.interaction.InteractionId;
import dev.serai.store.DispatchGroup;
import dev.serai.store.DispatchRow.State;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When an account whose server was away is tried again. */
class HaltTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final Halt halt = new Halt("unreachable", NOW, "Connection refused", NOW.plusSeconds(2));

    @Test
    void theNextTryShouldBeThatOfTheFirstMailThatIsDueOnceTheServerMayBeTried() {
        assertThat(halt.nextTry(List.of(due(90), due(60)))).isEqualTo(NOW.plusSeconds(60));
        assertThat(halt.nextTry(List.of(due(90), due(1)))).isEqualTo(NOW.plusSeconds(2));
    }

    @Test
    void mailThatWasNeverTriedShouldNotWaitForOthers() {
        assertThat(halt.nextTry(List.of(due(90), group(State.PENDING, null)))).isEqualTo(NOW.plusSeconds(2));
    }

    @Test
    void nothingShouldBeToldWhereAnotherNodeKnows() {
        assertThat(new Halt("unreachable", NOW, null, null).nextTry(List.of(due(90))))
                .isNull();
    }

    private static DispatchGroup due(long seconds) {
        return group(State.DEFERRED, NOW.plusSeconds(seconds));
    }

    private static DispatchGroup group(State state, @Nullable Instant nextAt) {
        InteractionId example = InteractionId.next(Clock.systemUTC());
        return new DispatchGroup(
                AccountName.of("sales"),
                state,
                "unreachable",
                "connect",
                1,
                NOW,
                NOW,
                NOW,
                nextAt,
                "Connection refused",
                example,
                true);
    }
}
