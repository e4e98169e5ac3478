package dev.serai.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the point submitted is changed by it. */
public interface ChangeTopic extends PointTopic {

    @Test
    default void changesShouldBeAppliedInTheirOrder() throws Exception {
        deliver(Order.submit("C-1"));
        bench().awaitAnswers("C-1");
        deliver(
                Order.of("update", "C-1").with("priority", 71).with("order", "7"),
                Order.of("hold", "C-1").with("reason", "no stock"),
                Order.of("resume", "C-1"),
                Order.of("stop", "C-1").with("reason", "spam"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(bench().byExternalId("C-1").standing().state())
                                .isEqualTo(State.STOPPED));
        Interaction stored = bench().byExternalId("C-1");
        assertThat(stored.standing().stopReason()).isEqualTo("spam");
        assertThat(stored.standing().priority()).isEqualTo(71);
        assertThat(stored.userData()).containsEntry("order", "7");
        assertThat(bench().events(stored))
                .containsSubsequence(
                        "serai.interaction.submitted",
                        "serai.interaction.changed",
                        "serai.interaction.held",
                        "serai.interaction.resumed",
                        "serai.interaction.stopped");
    }

    @Test
    default void aChangeOfWhatIsNotThereShouldBeRefused() throws Exception {
        deliver(Order.of("stop", "C-none"));

        bench().awaitAnswers("C-none", "has no interaction with the external id");
    }
}
