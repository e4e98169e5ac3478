package dev.serai.capture.kafka;

import dev.serai.files.KafkaPointDefinition;
import dev.serai.kafka.KafkaClients;
import dev.serai.kafka.KafkaTrouble;
import dev.serai.kafka.Sender;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Puts copies of records into the topics beside the one that is read; a copy is safe when it returns. */
final class SideTopics implements AutoCloseable {
    private static final int REASON = 4_000;
    private static final String OURS = "serai-";
    private final KafkaPointDefinition point;
    private final Sender sender;

    SideTopics(KafkaPointDefinition point, KafkaClients clients) {
        this.point = point;
        this.sender = new Sender(clients);
    }

    /**
     * Why a record is put aside.
     *
     * @param error a stable word
     * @param reason a sentence
     */
    record Cause(String error, String reason) {}

    /** A copy of what could not be read, or of which something was refused; without its value where that is too large. */
    void refused(ConsumerRecord<byte[], byte[]> taken, String deliveryId, Cause cause) throws KafkaTrouble {
        try {
            sender.send(copy(point.sides().error(), taken, taken.value(), deliveryId, cause));
        } catch (KafkaTrouble trouble) {
            if (!(trouble.getCause() instanceof RecordTooLargeException)) {
                throw trouble;
            }
            sender.send(copy(point.sides().error(), taken, null, deliveryId, cause));
        }
    }

    /** A copy of what was applied, where the point wants it. */
    void processed(ConsumerRecord<byte[], byte[]> taken, String deliveryId) throws KafkaTrouble {
        sender.send(copy(point.sides().processed(), taken, taken.value(), deliveryId, null));
    }

    boolean isProcessedWanted() {
        return !point.sides().processed().isEmpty();
    }

    @Override
    public void close() {
        sender.close();
    }

    private ProducerRecord<byte[], byte[]> copy(
            String topic,
            ConsumerRecord<byte[], byte[]> taken,
            byte @Nullable [] value,
            String deliveryId,
            @Nullable Cause cause) {
        ProducerRecord<byte[], byte[]> copy = new ProducerRecord<>(topic, taken.key(), value);
        Headers headers = copy.headers();
        for (Header header : taken.headers()) {
            if (!header.key().toLowerCase(Locale.ROOT).startsWith(OURS)) {
                headers.add(header);
            }
        }
        add(headers, "point", point.name().value());
        add(headers, "topic", taken.topic());
        add(headers, "partition", "" + taken.partition());
        add(headers, "offset", "" + taken.offset());
        add(headers, "delivery-id", deliveryId);
        if (cause != null) {
            add(headers, "error", cause.error());
            add(
                    headers,
                    "reason",
                    cause.reason().length() > REASON ? cause.reason().substring(0, REASON) : cause.reason());
        }
        return copy;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(OURS + name, value.getBytes(StandardCharsets.UTF_8));
    }
}
