package dev.serai.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is submitted becomes an interaction of the point. */
public interface SubmitTopic extends PointTopic {

    @Test
    default void aSubmitShouldBeStoredWithWhatItSaysAndAnswered() throws Exception {
        deliver(Order.submit("S-1").with("subject", "Order 7").with("tier", "gold"));

        bench().awaitAnswers("S-1");
        Interaction stored = bench().byExternalId("S-1");
        assertThat(stored.content().subject()).isEqualTo("Order 7");
        assertThat(stored.userData()).containsEntry("tier", "gold");
        assertThat(bench().answersWith("S-1", stored.id().value())).hasSize(1);
        assertThat(bench().events(stored)).containsExactly("serai.interaction.submitted");
    }

    @Test
    default void whatASubmitDoesNotSayShouldComeFromThePoint() throws Exception {
        deliver(
                Order.submit("D-1"),
                Order.submit("D-2")
                        .with("queue", "general")
                        .with("mediaType", "chat")
                        .with("priority", 9));

        bench().awaitAnswers("D-1");
        bench().awaitAnswers("D-2");
        Interaction plain = bench().byExternalId("D-1");
        Interaction own = bench().byExternalId("D-2");
        assertThat(plain.standing().queue()).hasToString("billing");
        assertThat(plain.origin().mediaType()).isEqualTo("order");
        assertThat(plain.standing().priority()).isEqualTo(40);
        assertThat(own.standing().queue()).hasToString("general");
        assertThat(own.origin().mediaType()).isEqualTo("chat");
        assertThat(own.standing().priority()).isEqualTo(9);
    }

    @Test
    default void theSameExternalIdShouldBeOneInteraction() throws Exception {
        deliver(Order.submit("E-1"));
        bench().awaitAnswers("E-1");
        InteractionId first = bench().byExternalId("E-1").id();
        deliver(Order.submit("E-1").with("subject", "again"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(bench().answersWith("E-1")).hasSize(2));
        assertThat(bench().answersWith("E-1")).allMatch(answer -> answer.contains(first.value()));
        assertThat(bench().withSubject("again")).isZero();
    }
}
