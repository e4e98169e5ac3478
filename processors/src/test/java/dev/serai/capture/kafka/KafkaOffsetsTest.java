package dev.serai.capture.kafka;

import static dev.serai.capture.kafka.KafkaSite.eventually;
import static dev.serai.capture.kafka.KafkaSite.submit;
import static dev.serai.testing.KafkaTopics.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.store.EventLog.Event;
import dev.serai.testing.Kafka;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where reading begins, and what is done where offsets do not follow each other. */
class KafkaOffsetsTest {
    @TempDir
    private Path folder;

    @Test
    void onlyTheFirstContactShouldBeginAtTheEndWhenTheFileSaysLatest() {
        try (KafkaSite site = new KafkaSite(folder, "startFrom: latest")) {
            site.awaitPlaced();
            site.hub().stopRoutes();
            site.send(submit("while down"));
            site.topics().grow(site.topic(), 3);
            site.topics().send(new ProducerRecord<>(site.topic(), 2, null, bytes(submit("in a new partition"))));
            site.hub().startRoutes();

            eventually(() -> assertThat(site.subjects()).containsExactlyInAnyOrder("while down", "in a new partition"));
        }
    }

    @Test
    void partitionsThatAreAddedShouldBeReadFromTheirBeginning() {
        try (KafkaSite site = new KafkaSite(folder)) {
            site.awaitPlaced();
            site.topics().grow(site.topic(), 2);
            site.topics().send(new ProducerRecord<>(site.topic(), 1, null, bytes(submit("second"))));

            eventually(() -> assertThat(site.subjects()).containsExactly("second"));
        }
    }

    @Test
    void recordsThatRetentionRemovedUnreadShouldBeToldWithTheirNumber() {
        try (KafkaSite site = new KafkaSite(folder)) {
            site.send(submit("first"));
            eventually(() -> assertThat(site.subjects()).hasSize(1));
            site.hub().stopRoutes();
            for (int i = 0; i < 5; i++) {
                site.send(submit("unread " + i));
            }
            site.topics().forgetBefore(site.topic(), 0, 4);
            site.hub().startRoutes();

            eventually(() -> assertThat(site.subjects()).containsExactlyInAnyOrder("first", "unread 3", "unread 4"));
            Event missed = site.events().get(site.events().size() - 1);
            assertThat(missed.type()).isEqualTo("serai.capture.missed");
            assertThat(missed.data()).containsEntry("missed", 3).containsEntry("from", 1);
            assertThat(site.status().lastError()).contains("retention removed 3 records");
            assertThat(site.count("missed")).isEqualTo(3);
        }
    }

    @Test
    void whatATransactionTookBackShouldNotBeDoneAndItsMarksShouldBePassed() {
        try (KafkaSite site = new KafkaSite(folder);
                KafkaProducer<byte[], byte[]> producer = transactional(site.topic())) {
            producer.initTransactions();
            transaction(producer, site.topic(), "taken back", false);
            transaction(producer, site.topic(), "kept", true);

            eventually(() -> assertThat(site.subjects()).containsExactly("kept"));
            eventually(() -> assertThat(site.topics().committed(site.topic(), site.topic(), 0))
                    .isEqualTo(4));
        }
    }

    @Test
    void gapsThatCompactionLeftShouldBeReadOver() {
        Map<String, String> compacted = Map.of(
                "cleanup.policy", "compact",
                "segment.ms", "100",
                "min.cleanable.dirty.ratio", "0.01",
                "max.compaction.lag.ms", "200",
                "segment.bytes", "1048576");
        try (KafkaSite site = new KafkaSite(folder)) {
            site.hub().stopRoutes();
            site.topics().delete(site.topic());
            site.topics().create(site.topic(), 1, compacted);
            for (int i = 0; i < 3; i++) {
                site.topics().send(new ProducerRecord<>(site.topic(), bytes("k"), bytes(submit("same key " + i))));
            }
            eventually(() -> {
                site.topics().send(new ProducerRecord<>(site.topic(), bytes("o"), bytes(submit("other"))));
                assertThat(site.topics().records(site.topic()).get(0).offset()).isPositive();
            });
            site.hub().startRoutes();

            eventually(() ->
                    assertThat(site.subjects()).contains("same key 2", "other").doesNotContain("same key 0"));
            assertThat(site.count("missed")).isZero();
        }
    }

    private static void transaction(
            KafkaProducer<byte[], byte[]> producer, String topic, String subject, boolean kept) {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(topic, bytes(submit(subject))));
        if (kept) {
            producer.commitTransaction();
        } else {
            producer.flush();
            producer.abortTransaction();
        }
    }

    private static KafkaProducer<byte[], byte[]> transactional(String id) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", Kafka.shared().servers(), "transactional.id", id),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
