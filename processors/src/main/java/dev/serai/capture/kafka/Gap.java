package dev.serai.capture.kafka;

import dev.serai.capture.PointHealth;
import dev.serai.interaction.PointName;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
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

    /** @param outside offsets that were asked for and are not there */
    void close(
            KafkaConsumer<byte[], byte[]> consumer,
            Tracks tracks,
            Positions positions,
            Map<TopicPartition, Long> outside) {
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(outside.keySet());
        Map<TopicPartition, Long> ends = consumer.endOffsets(outside.keySet());
        outside.keySet().forEach(partition -> {
            Track track = tracks.of(partition);
            Long begin = begins.get(partition);
            Long end = ends.get(partition);
            if (track != null && begin != null && end != null) {
                close(track, begin, end, positions);
                tracks.halt(partition);
            }
        });
    }

    private void close(Track track, long begin, long end, Positions positions) {
        if (track.next() < begin) {
            missed(track, begin, positions);
        } else if (track.next() > end) {
            LOG.warn(
                    "a partition ends before what was read of it, its end was lost; reading goes on there point={} partition={} position={} end={}",
                    name,
                    track.partition(),
                    track.next(),
                    end);
            health.noted("the cluster lost the end of " + track.partition() + ": it ends at " + end
                    + ", read was up to " + track.next());
            positions.advance(track.spot(), track.next(), end);
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
