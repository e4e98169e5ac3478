package dev.serai.capture.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.kafka.TopicFacts;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What brokers say of a topic, one of which may be behind. */
class AgreementTest {
    private static final TopicFacts OLD = new TopicFacts("c", "old", List.of(0));
    private static final TopicFacts NEW = new TopicFacts("c", "new", List.of(0));

    private long now;
    private final Agreement agreement = new Agreement(() -> now);

    @Test
    void whatIsSaidTwiceSomeSecondsApartShouldBeBelieved() {
        assertThat(agreement.isOn(NEW)).isFalse();
        now += TimeUnit.SECONDS.toNanos(1);
        assertThat(agreement.isOn(NEW)).isFalse();
        now += TimeUnit.SECONDS.toNanos(1);
        assertThat(agreement.isOn(NEW)).isTrue();
    }

    @Test
    void anAnswerThatDiffersShouldBeginTheTimeAnew() {
        assertThat(agreement.isOn(NEW)).isFalse();
        now += TimeUnit.SECONDS.toNanos(3);
        assertThat(agreement.isOn(OLD)).isFalse();
        assertThat(agreement.isOn(NEW)).isFalse();
    }
}
