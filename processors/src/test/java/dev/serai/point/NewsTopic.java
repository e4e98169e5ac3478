package dev.serai.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.Interaction;
import dev.serai.operation.Hold;
import dev.serai.operation.Operations;
import dev.serai.operation.Target;
import dev.serai.store.WorkChange.By;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The source is told what somebody else did with its interactions; the point says `notify: held`. */
public interface NewsTopic extends PointTopic {

    @Test
    default void whatAnOperatorDoesShouldBeToldOnce() throws Exception {
        deliver(Order.submit("N-1"));
        bench().awaitAnswers("N-1");
        Interaction submitted = bench().byExternalId("N-1");
        new Operations(bench().store())
                .run(new Hold(new Target("default", submitted.id()), null, By.of("operator")))
                .join();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(PointBench.with(
                                bench().driver().news(), submitted.id().value(), "held"))
                        .hasSize(1));
    }
}
