package dev.serai.point;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is refused is answered, and harms nothing beside it. */
public interface RefusalTopic extends PointTopic {

    @Test
    default void aRefusedOperationShouldNotKeepTheOthersFromBeingDone() throws Exception {
        deliver(
                Order.submit("M-1"),
                Order.submit("M-2").with("priority", 101),
                Order.submit("M-3").with("queue", "nowhere"),
                Order.submit("M-4"));

        bench().awaitAnswers("M-2", "101");
        bench().awaitAnswers("M-3", "nowhere");
        bench().awaitAnswers("M-4");
        assertThat(bench().named("M-1") + bench().named("M-4")).isEqualTo(2);
        assertThat(bench().named("M-2") + bench().named("M-3")).isZero();
    }
}
