package dev.serai.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The source knows of each delivery whether it was done. */
public interface FateTopic extends PointTopic {

    @Test
    default void theSourceShouldKnowWhatWasDoneAndWhatWasPutAside() throws Exception {
        deliver(Order.submit("F-1"));
        deliver(Order.submit("F-2").with("priority", 101));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(PointBench.with(bench().driver().done(), "F-1")).hasSize(1);
            assertThat(PointBench.with(bench().driver().aside(), "F-2", "101")).hasSize(1);
        });
        assertThat(PointBench.with(bench().driver().done(), "F-2")).isEmpty();
        assertThat(PointBench.with(bench().driver().aside(), "F-1")).isEmpty();
    }

    /** Answers of what the source may bring again are never forgotten: a kind that acknowledges says so to the desk. */
    @Test
    default void nothingShouldBeOwedWhenTheSourceKnowsEverything() throws Exception {
        deliver(Order.submit("F-3"), Order.submit("F-4").with("priority", 101));
        bench().awaitAnswers("F-4");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(bench().owed()).isZero());
    }
}
