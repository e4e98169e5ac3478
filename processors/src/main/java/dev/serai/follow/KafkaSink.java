package dev.serai.follow;

import dev.serai.files.KafkaClusterDefinition;
import dev.serai.kafka.KafkaClients;
import dev.serai.kafka.KafkaTrouble;
import dev.serai.kafka.Sender;
import dev.serai.store.EventLog.Event;
import dev.serai.window.CrashWindow;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Publishes events to a Kafka topic as CloudEvents in JSON (structured mode of the Kafka binding of CloudEvents 1.0.2). Those
 * of one interaction have its id as key, so that they are in one partition, in their order.
 */
public final class KafkaSink implements Sink {
    /** Its place in the log is kept under it. */
    public static final String NAME = "kafka";

    private static final byte[] CONTENT_TYPE =
            (CloudEvent.MEDIA_TYPE + "; charset=UTF-8").getBytes(StandardCharsets.UTF_8);

    private final String topic;
    private final Supplier<Optional<KafkaClusterDefinition>> cluster;
    private final Function<KafkaClusterDefinition, KafkaClients> clients;
    private @Nullable Sender sender;
    private @Nullable KafkaClusterDefinition connected;

    /** @param cluster as the live files have it now */
    public KafkaSink(
            String topic,
            Supplier<Optional<KafkaClusterDefinition>> cluster,
            Function<KafkaClusterDefinition, KafkaClients> clients) {
        this.topic = topic;
        this.cluster = cluster;
        this.clients = clients;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void send(List<Event> events) throws KafkaTrouble {
        List<ProducerRecord<byte[], byte[]>> all =
                events.stream().map(this::sent).toList();
        for (KafkaTrouble trouble : sender().sendAll(all)) {
            if (trouble != null) {
                throw trouble;
            }
        }
        CrashWindow.EVENTS_SENT.pass();
    }

    @Override
    public String advice() {
        return "Bring the Kafka cluster back, or make its topic '" + topic
                + "' and let the hub write to it; the events wait"
                + " in the log and are sent then. An empty serai.events.kafka.cluster and a restart publish no more";
    }

    @Override
    public synchronized void release() {
        Sender open = sender;
        sender = null;
        connected = null;
        if (open != null) {
            open.close();
        }
    }

    private ProducerRecord<byte[], byte[]> sent(Event event) {
        ProducerRecord<byte[], byte[]> sent =
                new ProducerRecord<>(topic, bytes(event.subject()), bytes(CloudEvent.json(event)));
        sent.headers().add("content-type", CONTENT_TYPE);
        return sent;
    }

    private synchronized Sender sender() throws KafkaTrouble {
        KafkaClusterDefinition wanted = cluster.get()
                .orElseThrow(() -> new KafkaTrouble(
                        "the file of the cluster that serai.events.kafka.cluster names is gone, or is a tenant's own",
                        new IllegalStateException(topic)));
        Sender open = sender;
        if (open == null || !wanted.equals(connected)) {
            release();
            open = new Sender(clients.apply(wanted));
            sender = open;
            connected = wanted;
        }
        return open;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
