package dev.serai.capture.kafka;

import dev.serai.capture.CaptureEnvironment;
import dev.serai.files.KafkaPointDefinition;
import dev.serai.files.KafkaPointDefinition.StartAt;
import dev.serai.kafka.KafkaClients;
import dev.serai.kafka.KafkaTrouble;
import dev.serai.kafka.TopicFacts;
import dev.serai.kafka.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One consumer's membership in the point's group: polls, and knows that what it polled is of the topic that it placed. */
final class Reading implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final long LOOK_NANOS = 5_000_000_000L;

    private final KafkaPointDefinition point;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Topics topics;
    private final Positions positions;
    private final Gap gap;
    private final Tracks tracks;
    private final Agreement agreement = new Agreement(System::nanoTime);
    private @Nullable TopicFacts placed;
    private boolean outdated;
    private long lookedAt;

    private Reading(
            KafkaPointDefinition point,
            KafkaConsumer<byte[], byte[]> consumer,
            Topics topics,
            Positions positions,
            Gap gap) {
        this.point = point;
        this.consumer = consumer;
        this.topics = topics;
        this.positions = positions;
        this.gap = gap;
        this.tracks = new Tracks(consumer);
        consumer.subscribe(Set.of(point.topic()), tracks);
    }

    /** Joins the group. */
    static Reading open(CaptureEnvironment environment, KafkaPointDefinition point, KafkaClients clients, Gap gap)
            throws KafkaTrouble {
        try {
            Topics topics = new Topics(clients);
            try {
                KafkaConsumer<byte[], byte[]> consumer =
                        clients.consumer(point.groupId(), point.limits().maxPerPoll(), point.options());
                return new Reading(point, consumer, topics, new Positions(environment.store(), point), gap);
            } catch (RuntimeException failure) {
                topics.close();
                throw failure;
            }
        } catch (KafkaException wrong) {
            throw KafkaTrouble.connecting(wrong);
        }
    }

    Positions positions() {
        return positions;
    }

    Tracks tracks() {
        return tracks;
    }

    /** Whether the topic is another one than this consumer knows: only a new consumer surely has metadata of the new one. */
    boolean isOutdated() {
        return outdated;
    }

    /** Waits half a second at most; empty when there is nothing, or nothing that may be applied. */
    ConsumerRecords<byte[], byte[]> poll() throws KafkaTrouble {
        place();
        tracks.wake();
        ConsumerRecords<byte[], byte[]> polled = polled();
        boolean due = System.nanoTime() - lookedAt > LOOK_NANOS;
        if ((!polled.isEmpty() || due) && !isSameTopic(polled)) {
            return ConsumerRecords.empty();
        }
        if (polled.isEmpty() && due) {
            advance();
        }
        return polled;
    }

    /** What is known to wait in the partitions that are here; -1 when nothing is known. */
    long backlog() {
        return consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(-1))
                .filter(lag -> lag >= 0)
                .reduce(Long::sum)
                .orElse(-1);
    }

    /** Tells Kafka how far we are, for monitors only: that it fails is of no meaning. */
    void tell() {
        Map<TopicPartition, OffsetAndMetadata> untold = tracks.untold();
        if (!untold.isEmpty()) {
            consumer.commitAsync(untold, (offsets, failure) -> {
                if (failure != null) {
                    LOG.debug("offsets could not be committed to Kafka point={}", point.name(), failure);
                }
            });
        }
    }

    private ConsumerRecords<byte[], byte[]> polled() throws KafkaTrouble {
        try {
            return consumer.poll(POLL);
        } catch (OffsetOutOfRangeException outside) {
            if (isSameTopic(ConsumerRecords.empty())) {
                gap.close(consumer, tracks, positions, outside);
            }
            return ConsumerRecords.empty();
        }
    }

    /** A topic that was made anew meanwhile has other records at the same offsets. */
    private boolean isSameTopic(ConsumerRecords<byte[], byte[]> polled) throws KafkaTrouble {
        TopicFacts now;
        try {
            now = topics.find(point.topic());
        } catch (KafkaTrouble away) {
            giveBack(polled);
            throw away;
        }
        lookedAt = System.nanoTime();
        TopicFacts before = placed;
        if (before != null && before.isSame(now)) {
            return true;
        }
        outdated |= before != null;
        placed = null;
        tracks.halt();
        return polled.isEmpty() && tracks.all().isEmpty() && tracks.unplaced().isEmpty();
    }

    private void giveBack(ConsumerRecords<byte[], byte[]> polled) {
        for (TopicPartition partition : polled.partitions()) {
            Track track = tracks.of(partition);
            if (track != null) {
                tracks.again(track, track.next(), 0);
            }
        }
    }

    private void place() throws KafkaTrouble {
        Set<TopicPartition> unplaced = tracks.unplaced();
        if (unplaced.isEmpty()) {
            return;
        }
        TopicFacts topic = topics.find(point.topic());
        if (placed != null && !placed.isSame(topic)) {
            outdated = true;
            tracks.halt();
            return;
        }
        if (positions.isAnew(topic)) {
            if (!agreement.isOn(topic)) {
                return;
            }
            LOG.warn(
                    "the topic was made anew, it is read from its beginning point={} topic={}",
                    point.name(),
                    point.topic());
        }
        Map<Integer, Long> known = positions.of(topic, this::start);
        placed = topic;
        for (TopicPartition partition : tracks.unplaced()) {
            Long next = known.get(partition.partition());
            if (next != null) {
                tracks.place(new Track(partition, positions.spot(topic, partition.partition()), next));
            }
        }
    }

    private Map<TopicPartition, Long> start(List<TopicPartition> partitions) {
        return point.startFrom() == StartAt.LATEST
                ? consumer.endOffsets(partitions)
                : consumer.beginningOffsets(partitions);
    }

    /** Behind what holds no records that could be read: ends of transactions, what compaction removed. */
    private void advance() {
        for (Track track : tracks.all()) {
            long at = track.isResting() ? track.next() : consumer.position(track.partition());
            if (at > track.next()) {
                positions.advance(track.spot(), track.next(), at);
                track.movedTo(at);
            }
        }
    }

    @Override
    public void close() {
        try {
            consumer.commitSync(tracks.untold(), FAREWELL);
        } catch (RuntimeException untold) {
            LOG.debug("offsets could not be committed to Kafka point={}", point.name(), untold);
        }
        try {
            consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(FAREWELL));
        } catch (RuntimeException gone) {
            LOG.debug("the consumer was gone point={}", point.name(), gone);
        } finally {
            topics.close();
        }
    }
}
