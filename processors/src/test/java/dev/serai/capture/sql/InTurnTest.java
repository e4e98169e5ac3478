package dev.serai.capture.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.PointName;
import dev.serai.store.OutgoingRow;
import org.junit.jupiter.api.Test;

/** Notifications of one interaction do not overtake each other. */
class InTurnTest {
    private final InTurn turns = new InTurn();

    @Test
    void whatComesAfterARefusedOneShouldWaitUntilThatIsOver() {
        turns.waits(row("d1", "i1"));

        assertThat(turns.mayGo(row("d1", "i1"))).isTrue();
        assertThat(turns.mayGo(row("d2", "i1"))).isFalse();
        assertThat(turns.mayGo(row("d3", "i2"))).isTrue();
        turns.over(row("d1", "i1"));
        assertThat(turns.mayGo(row("d2", "i1"))).isTrue();
    }

    private static OutgoingRow row(String deliveryId, String interaction) {
        return new OutgoingRow(
                "default",
                PointName.of("orders"),
                OutgoingRow.Kind.NOTIFICATION,
                "json",
                null,
                null,
                "{}",
                deliveryId,
                interaction);
    }
}
