package dev.serai.capture.kafka;

import static dev.serai.capture.kafka.KafkaSite.eventually;
import static dev.serai.capture.kafka.KafkaSite.submit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.capture.CapturePoints;
import dev.serai.files.KafkaPointDefinition;
import dev.serai.store.EventLog.Event;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.LogTruncationException;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A partition whose end was lost and written anew, told by Kafka's own consumer for tests: one broker never does that. */
class GapTest {
    @TempDir
    private Path folder;

    @Test
    void readingShouldGoBackToWhereAPartitionDivergesAndSaySo() {
        try (KafkaSite site = new KafkaSite(folder);
                MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none")) {
            site.send(submit("one"));
            site.send(submit("two"));
            eventually(() -> assertThat(site.positions()).singleElement().matches(at -> at.next() == 2));
            site.hub().stopRoutes();
            TopicPartition partition = new TopicPartition(site.topic(), 0);
            consumer.assign(Set.of(partition));
            consumer.updateBeginningOffsets(Map.of(partition, 0L));
            consumer.updateEndOffsets(Map.of(partition, 5L));
            Tracks tracks = new Tracks(consumer);
            tracks.place(new Track(partition, site.positions().get(0).spot(), 2));

            LogTruncationException diverges = new LogTruncationException(
                    "diverges", Map.of(partition, 2L), Map.of(partition, new OffsetAndMetadata(1)));
            CapturePoints points = site.hub().points();
            new Gap(KafkaSite.POINT, points.health(KafkaSite.POINT))
                    .close(consumer, tracks, positions(site, points), diverges);

            assertThat(site.positions()).allMatch(at -> at.next() == 1);
            assertThat(tracks.unplaced()).containsExactly(partition);
            Event told = site.events().get(site.events().size() - 1);
            assertThat(told.type()).isEqualTo("serai.capture.missed");
            assertThat(told.reason()).contains("lost the end");
        }
    }

    private static Positions positions(KafkaSite site, CapturePoints points) {
        KafkaPointDefinition point = points.environment()
                .generation()
                .get()
                .points(KafkaPointDefinition.class)
                .get(KafkaSite.POINT);
        return new Positions(site.hub().store(), Objects.requireNonNull(point));
    }
}
