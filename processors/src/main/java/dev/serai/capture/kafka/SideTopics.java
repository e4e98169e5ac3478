package dev.serai.capture.kafka;

import dev.serai.files.KafkaPointDefinition;
import dev.serai.kafka.KafkaClients;
import dev.serai.kafka.KafkaTrouble;
import dev.serai.kafka.Sender;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Puts copies of records into the topics beside the one that is read; a copy is safe when it returns. */
final class SideTopics implements AutoCloseable {
    private static final int REASON = 4_000;
    private static final int SHORT_REASON = 200;
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

    /**
     * A copy of what could not be read, or of which something was refused; without value, key and foreign headers where the
     * topic does not take those.
     *
     * @return false when it does not take that either
     */
    boolean refused(ConsumerRecord<byte[], byte[]> taken, String deliveryId, Cause cause) throws KafkaTrouble {
        return isSent(point.sides().error(), taken, deliveryId, cause);
    }

    /** A copy of what was applied, where the point wants it; otherwise as {@link #refused}. */
    boolean processed(ConsumerRecord<byte[], byte[]> taken, String deliveryId) throws KafkaTrouble {
        return isSent(point.sides().processed(), taken, deliveryId, null);
    }

    private boolean isSent(String topic, ConsumerRecord<byte[], byte[]> taken, String deliveryId, @Nullable Cause cause)
            throws KafkaTrouble {
        return isTaken(copy(topic, taken, deliveryId, cause)) || isTaken(notice(topic, taken, deliveryId, cause));
    }

    /** False when the topic never takes this record. */
    private boolean isTaken(ProducerRecord<byte[], byte[]> sent) throws KafkaTrouble {
        try {
            sender.send(sent);
            return true;
        } catch (KafkaTrouble trouble) {
            if (trouble.isOfRecord()) {
                return false;
            }
            throw trouble;
        }
    }

    boolean isProcessedWanted() {
        return !point.sides().processed().isEmpty();
    }

    @Override
    public void close() {
        sender.close();
    }

    private ProducerRecord<byte[], byte[]> copy(
            String topic, ConsumerRecord<byte[], byte[]> taken, String deliveryId, @Nullable Cause cause) {
        ProducerRecord<byte[], byte[]> copy = new ProducerRecord<>(topic, taken.key(), taken.value());
        for (Header header : taken.headers()) {
            if (!header.key().toLowerCase(Locale.ROOT).startsWith(OURS)) {
                copy.headers().add(header);
            }
        }
        describe(copy.headers(), taken, deliveryId, cause, REASON);
        return copy;
    }

    /** Small, and with a key of its own, since compacted topics take none without. */
    private ProducerRecord<byte[], byte[]> notice(
            String topic, ConsumerRecord<byte[], byte[]> taken, String deliveryId, @Nullable Cause cause) {
        byte[] key = (taken.topic() + "-" + taken.partition() + "@" + taken.offset()).getBytes(StandardCharsets.UTF_8);
        ProducerRecord<byte[], byte[]> notice = new ProducerRecord<>(topic, key, null);
        describe(notice.headers(), taken, deliveryId, cause, SHORT_REASON);
        return notice;
    }

    private void describe(
            Headers headers,
            ConsumerRecord<byte[], byte[]> taken,
            String deliveryId,
            @Nullable Cause cause,
            int longest) {
        add(headers, "point", point.name().value());
        add(headers, "topic", taken.topic());
        add(headers, "partition", "" + taken.partition());
        add(headers, "offset", "" + taken.offset());
        add(headers, "delivery-id", deliveryId);
        if (cause != null) {
            add(headers, "error", cause.error());
            String reason = cause.reason();
            add(headers, "reason", reason.length() > longest ? reason.substring(0, longest) : reason);
        }
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(OURS + name, value.getBytes(StandardCharsets.UTF_8));
    }
}
