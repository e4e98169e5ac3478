package dev.serai.capture.kafka;

import static dev.serai.capture.kafka.KafkaSite.eventually;
import static dev.serai.capture.kafka.KafkaSite.submit;
import static dev.serai.testing.KafkaTopics.bytes;
import static dev.serai.testing.KafkaTopics.headers;
import static dev.serai.testing.KafkaTopics.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.Interaction;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is captured, answered and put aside on a real Kafka. */
class KafkaCaptureTest {
    @TempDir
    private Path folder;

    @Test
    void recordsShouldBeAppliedInOrderAnsweredByInteractionAndCommitted() {
        try (KafkaSite site = new KafkaSite(folder)) {
            site.send(submit("one"));
            site.topics().send(named(site.topic(), "<submit/>", "q-7"));
            site.send(submit("three"));

            eventually(
                    () -> assertThat(site.topics().records(site.notification())).hasSize(3));
            Interaction third = site.hub().interactions().get(0);
            assertThat(third.content().subject()).isEqualTo("three");
            List<ConsumerRecord<byte[], byte[]>> answers = site.topics().records(site.notification());
            assertThat(headers(answers.get(2)))
                    .containsEntry("correlation-id", site.topic() + "-0@2")
                    .containsEntry("serai-kind", "response")
                    .containsEntry("content-type", "application/json")
                    .containsKey("serai-delivery-id");
            assertThat(text(answers.get(2).key())).isEqualTo(third.id().value());
            assertThat(headers(answers.get(1))).containsEntry("correlation-id", "q-7");
            eventually(() -> assertThat(site.topics().committed(site.topic(), site.topic(), 0))
                    .isEqualTo(3));
        }
    }

    @Test
    void whatCannotBeDoneShouldGoAsideWithTheCauseAndHoldUpNobody() {
        try (KafkaSite site = new KafkaSite(folder, "maxSize: 200B")) {
            ProducerRecord<byte[], byte[]> tombstone = new ProducerRecord<>(site.topic(), bytes("k"), null);
            site.topics().send(tombstone);
            site.topics().send(new ProducerRecord<>(site.topic(), new byte[] {'{', (byte) 0xff, '}'}));
            site.send(submit("x".repeat(300)));
            site.send("{\"operation\":\"destroy\"}");
            site.send(submit("good"));

            eventually(() -> assertThat(site.subjects()).containsExactly("good"));
            List<ConsumerRecord<byte[], byte[]>> aside = site.topics().records(site.error());
            assertThat(aside).hasSize(4);
            assertThat(text(aside.get(0).key())).isEqualTo("k");
            assertThat(headers(aside.get(0)))
                    .containsEntry("serai-error", "invalid-request")
                    .containsEntry("serai-topic", site.topic())
                    .containsEntry("serai-partition", "0")
                    .containsEntry("serai-offset", "0");
            assertThat(headers(aside.get(1)).get("serai-reason")).contains("UTF-8");
            assertThat(headers(aside.get(2))).containsEntry("serai-error", "too-large");
            assertThat(headers(aside.get(3)).get("serai-reason")).contains("destroy");
            assertThat(site.count("refused")).isEqualTo(4);
        }
    }

    @Test
    void nothingOfARecordBesideItsValueShouldReachTheExchange() {
        try (KafkaSite site = new KafkaSite(folder)) {
            ProducerRecord<byte[], byte[]> forged =
                    new ProducerRecord<>(site.topic(), bytes("CamelKey"), bytes(submit("ok")));
            for (String name : List.of(
                    "CamelSqlQuery",
                    "camelFileName",
                    "SeraiInteractionId",
                    "kafka.OVERRIDE_TOPIC",
                    "JMSReplyTo",
                    "mail.smtp.host",
                    "x\r\nCamelHttpUri",
                    "serai-reason")) {
                forged.headers().add(name, bytes("evil"));
            }
            site.topics().send(forged);

            eventually(() -> assertThat(site.hub().steps()).hasSize(1));
            Exchange seen = site.hub().steps().get(0);
            assertThat(seen.getMessage().getHeaders())
                    .containsOnlyKeys("SeraiInteractionId", "SeraiCapturePoint")
                    .doesNotContainValue("evil");
            assertThat(seen.getProperties().toString()).doesNotContain("evil");
        }
    }

    @Test
    void aCopyOfARecordShouldHaveItsHeadersButNoneThatPassForTheHubs() {
        try (KafkaSite site = new KafkaSite(folder)) {
            ProducerRecord<byte[], byte[]> forged = new ProducerRecord<>(site.topic(), bytes("nonsense"));
            forged.headers().add("Serai-Reason", bytes("evil")).add("trace", bytes("t-1"));
            site.topics().send(forged);

            eventually(() -> assertThat(site.topics().records(site.error())).hasSize(1));
            Map<String, String> headers =
                    headers(site.topics().records(site.error()).get(0));
            assertThat(headers).containsEntry("trace", "t-1").doesNotContainValue("evil");
        }
    }

    private static ProducerRecord<byte[], byte[]> named(String topic, String text, String correlation) {
        ProducerRecord<byte[], byte[]> named = new ProducerRecord<>(topic, bytes(text));
        named.headers().add("correlation-id", bytes(correlation));
        return named;
    }
}
