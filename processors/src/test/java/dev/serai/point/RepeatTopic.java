package dev.serai.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A delivery that comes again does nothing more. */
public interface RepeatTopic extends PointTopic {

    @Test
    default void aDeliveryThatComesAgainShouldDoNothingMore() throws Exception {
        bench().driver().deliverTwice(List.of(Order.anonymous().with("subject", "only once"), Order.submit("R-1")));

        bench().awaitAnswers("R-1");
        assertThat(bench().withSubject("only once")).isEqualTo(1);
    }

    @Test
    default void eachOfAThousandOperationsShouldBeDoneOnce() throws Exception {
        List<Order> thousand = IntStream.rangeClosed(1, 1000)
                .mapToObj(n -> (n % 2 == 0 ? Order.submit("K-%04d".formatted(n)) : Order.anonymous())
                        .with("subject", "thousand"))
                .toList();
        bench().driver().deliverTwice(thousand);

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            String all = String.join("\n", bench().driver().answers());
            assertThat(thousand.stream().map(Order::externalId).filter(id -> id != null && !all.contains(id)))
                    .isEmpty();
        });
        assertThat(bench().withSubject("thousand")).isEqualTo(1000);
    }
}
