package dev.serai.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KafkaTest {
    @Test
    void recordsShouldBeThereWhenTheyWereSent() {
        try (KafkaTopics topics = Kafka.shared().topics()) {
            topics.create("kafka-test").send("kafka-test", "1");

            assertThat(topics.texts("kafka-test")).containsExactly("1");
        }
    }
}
