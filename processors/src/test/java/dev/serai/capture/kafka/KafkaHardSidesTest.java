package dev.serai.capture.kafka;

import static dev.serai.capture.kafka.KafkaSite.eventually;
import static dev.serai.capture.kafka.KafkaSite.submit;
import static dev.serai.testing.KafkaTopics.bytes;
import static dev.serai.testing.KafkaTopics.headers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.store.EventLog.Event;
import dev.serai.testing.KafkaTopics;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Topics on the side that do not take what they are given. */
class KafkaHardSidesTest {
    @TempDir
    private Path folder;

    @Test
    void aCopyShouldBeANoticeWhenTheErrorTopicIsCompactedOrTakesNothingSoLarge() {
        try (KafkaSite site = new KafkaSite(folder)) {
            anew(site, Map.of("cleanup.policy", "compact", "max.message.bytes", "2000"));
            site.send("without a key");
            site.topics().send(new ProducerRecord<>(site.topic(), bytes("k".repeat(5_000)), bytes("large key")));
            site.send(submit("good"));

            eventually(() -> assertThat(site.subjects()).containsExactly("good"));
            assertThat(site.topics().records(site.error())).hasSize(2).allSatisfy(one -> {
                assertThat(KafkaTopics.text(one.key()))
                        .isEqualTo(site.topic() + "-0@" + headers(one).get("serai-offset"));
                assertThat(headers(one)).containsKeys("serai-reason", "serai-error", "serai-delivery-id");
            });
        }
    }

    @Test
    void theRecordShouldBePassedAndToldWhenTheErrorTopicTakesNothingAtAll() {
        try (KafkaSite site = new KafkaSite(folder)) {
            anew(site, Map.of("max.message.bytes", "20"));
            site.send("nonsense");
            site.send(submit("good"));

            eventually(() -> assertThat(site.subjects()).containsExactly("good"));
            Event told = site.events().get(site.events().size() - 1);
            assertThat(told.type()).isEqualTo("serai.capture.uncopied");
            assertThat(told.data()).containsEntry("offset", 0).containsEntry("topic", site.topic());
        }
    }

    private static void anew(KafkaSite site, Map<String, String> options) {
        site.topics().delete(site.error());
        site.topics().create(site.error(), 1, options);
    }
}
