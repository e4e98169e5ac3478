package dev.serai.capture.kafka;

import dev.serai.capture.CapturePoints;
import dev.serai.files.Generation;
import dev.serai.files.KafkaClusterDefinition;
import dev.serai.files.KafkaPointDefinition;
import dev.serai.interaction.PointName;
import dev.serai.kafka.KafkaClients;
import dev.serai.kafka.KafkaTrouble;
import dev.serai.kafka.Sender;
import dev.serai.point.Outlet;
import dev.serai.store.OutgoingRow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends answers and news to the point's notification topic, those of one interaction to one partition. */
final class KafkaOutlet implements Outlet {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaOutlet.class);
    /** What becomes of an answer that nobody can be given. */
    private static final String UNANSWERED = "unanswered";

    private final PointName name;
    private final CapturePoints points;
    private @Nullable Sender sender;
    private @Nullable KafkaClusterDefinition connected;

    KafkaOutlet(PointName name, CapturePoints points) {
        this.name = name;
        this.points = points;
    }

    @Override
    public List<Late> send(List<OutgoingRow> rows) throws KafkaTrouble {
        Generation files = points.environment().generation().get();
        KafkaPointDefinition point = files.points(KafkaPointDefinition.class).get(name);
        KafkaClusterDefinition cluster =
                point == null ? null : files.kafkaClusters().get(point.cluster());
        if (point == null || cluster == null) {
            throw new KafkaTrouble(
                    "the file of the capture point or of its cluster is gone", new IllegalStateException(name.value()));
        }
        List<ProducerRecord<byte[], byte[]>> all = new ArrayList<>();
        rows.forEach(row -> all.add(sent(row, point.sides().notification())));
        for (KafkaTrouble trouble : sender(cluster).sendAll(all)) {
            if (trouble != null && trouble.isOfRecord()) {
                points.health(name).counted(UNANSWERED);
                LOG.warn(
                        "an answer is dropped, its topic never takes it point={} reason={}",
                        name,
                        trouble.getMessage());
            } else if (trouble != null) {
                points.health(name).noted("answers wait: " + trouble.getMessage());
                throw trouble;
            }
        }
        return List.of();
    }

    @Override
    public synchronized void close() {
        Sender open = sender;
        sender = null;
        connected = null;
        if (open != null) {
            open.close();
        }
    }

    /** Kept between sends, as long as the file of the cluster says the same. */
    private synchronized Sender sender(KafkaClusterDefinition cluster) {
        Sender open = sender;
        if (open == null || !cluster.equals(connected)) {
            close();
            open = new Sender(new KafkaClients(cluster, points.environment().home()));
            sender = open;
            connected = cluster;
        }
        return open;
    }

    private static ProducerRecord<byte[], byte[]> sent(OutgoingRow row, String topic) {
        String interaction = row.interaction();
        String key = interaction == null ? row.deliveryId() : interaction; // compacted topics take none without
        ProducerRecord<byte[], byte[]> sent = new ProducerRecord<>(topic, bytes(key), bytes(row.body()));
        Headers headers = sent.headers();
        headers.add("content-type", bytes("application/" + row.form()));
        headers.add("serai-point", bytes(row.point().value()));
        headers.add("serai-kind", bytes(row.kind().name().toLowerCase(Locale.ROOT)));
        headers.add("serai-delivery-id", bytes(row.deliveryId()));
        String correlation = row.correlation();
        if (correlation != null) {
            headers.add(RecordContent.CORRELATION, bytes(correlation));
        }
        return sent;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
