package dev.serai.capture.kafka;

import dev.serai.capture.PointHealth;
import dev.serai.interaction.PointName;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.LogTruncationException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done, and said, when a partition has no longer, or not yet, what was to be read next. */
final class Gap {
    private static final Logger LOG = LoggerFactory.getLogger(Gap.class);
    private final PointName name;
    private final PointHealth health;

    Gap(PointName name, PointHealth health) {
        this.name = name;
        this.health = health;
    }

    /** @param outside says which offsets were asked for and are not there, or not the same any more */
    void close(
            Consumer<byte[], byte[]> consumer, Tracks tracks, Positions positions, OffsetOutOfRangeException outside) {
        Set<TopicPartition> partitions = outside.offsetOutOfRangePartitions().keySet();
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        partitions.forEach(partition -> {
            Track track = tracks.of(partition);
            Long begin = begins.get(partition);
            Long end = ends.get(partition);
            if (track != null && begin != null && end != null) {
                close(track, begin, Math.min(end, divergent(outside, partition)), positions);
                tracks.halt(partition);
            }
        });
    }

    /** From where on a partition has other records than were read of it, where Kafka noticed that. */
    private static long divergent(OffsetOutOfRangeException outside, TopicPartition partition) {
        if (outside instanceof LogTruncationException truncated) {
            OffsetAndMetadata found = truncated.divergentOffsets().get(partition);
            return found == null ? Long.MAX_VALUE : found.offset();
        }
        return Long.MAX_VALUE;
    }

    private void close(Track track, long begin, long end, Positions positions) {
        if (track.next() < begin) {
            missed(track, begin, positions);
        } else if (track.next() > end) {
            String sentence = "the cluster lost the end of " + track.partition() + ": it is the same up to " + end
                    + ", read was up to " + track.next();
            positions.miss(track.spot(), track.next(), Math.max(begin, end), sentence);
            LOG.warn(
                    "a partition lost the end that was read of it; reading goes on before that point={} partition={} position={} end={}",
                    name,
                    track.partition(),
                    track.next(),
                    end);
            health.noted(sentence);
        }
    }

    private void missed(Track track, long begin, Positions positions) {
        long number = begin - track.next();
        String sentence = "retention removed " + number + " records of " + track.partition()
                + " before they were read, offsets " + track.next() + " to " + (begin - 1);
        positions.miss(track.spot(), track.next(), begin, sentence);
        LOG.warn(
                "records were removed before they were read point={} partition={} missed={} from={}",
                name,
                track.partition(),
                number,
                track.next());
        health.noted(sentence);
        health.counted("missed", number);
    }
}
