package dev.serai.kafka;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;

/** Clusters that do not say what a position needs. */
class TopicsTest {
    @Test
    void aClusterWithoutIdsShouldBeRefusedWithASentence() {
        assertThatThrownBy(() -> Topics.facts("c", described(Uuid.ZERO_UUID)))
                .isInstanceOf(KafkaTrouble.class)
                .hasMessageContaining("the topic 't' no id")
                .hasMessageContaining("2.8");
        assertThatThrownBy(() -> Topics.facts(null, described(Uuid.randomUuid())))
                .isInstanceOf(KafkaTrouble.class)
                .hasMessageContaining("gives itself no id");
    }

    private static TopicDescription described(Uuid id) {
        return new TopicDescription("t", false, List.of(), Set.of(), id);
    }
}
