package dev.serai.capture.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The partitions that a consumer has. One that comes is halted at once: it is read when its position is known, never from
 * where Kafka would begin. Used by one thread.
 */
final class Tracks implements ConsumerRebalanceListener {
    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Track> tracks = new HashMap<>();
    private final Set<TopicPartition> unplaced = new HashSet<>();
    private final Map<TopicPartition, Long> told = new HashMap<>();

    Tracks(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        partitions.forEach(this::halt);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(this::forget);
    }

    /** Those that have no position yet. */
    Set<TopicPartition> unplaced() {
        return Set.copyOf(unplaced);
    }

    Collection<Track> all() {
        return tracks.values();
    }

    @Nullable
    Track of(TopicPartition partition) {
        return tracks.get(partition);
    }

    /** Reads a partition from its position on. */
    void place(Track track) {
        consumer.seek(track.partition(), track.next());
        consumer.resume(Set.of(track.partition()));
        unplaced.remove(track.partition());
        tracks.put(track.partition(), track);
    }

    /** All positions have to be found again. */
    void halt() {
        Set.copyOf(tracks.keySet()).forEach(this::halt);
    }

    /** The position of one has to be found again; the offset is of no meaning, since nothing is read from there. */
    void halt(TopicPartition partition) {
        forget(partition);
        consumer.pause(Set.of(partition));
        consumer.seek(partition, 0);
        unplaced.add(partition);
    }

    /** What was polled and not done is polled again, after a while. */
    void again(Track track, long offset, long millis) {
        consumer.seek(track.partition(), offset);
        rest(track, millis);
    }

    /** Leaves one alone for a while. */
    void rest(Track track, long millis) {
        consumer.pause(Set.of(track.partition()));
        track.rest(millis);
    }

    /** Goes on with those that rested. */
    void wake() {
        tracks.values().stream().filter(Track::isRested).forEach(track -> consumer.resume(Set.of(track.partition())));
    }

    /** What Kafka has not been told yet of how far we are. */
    Map<TopicPartition, OffsetAndMetadata> untold() {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        tracks.forEach((partition, track) -> {
            Long before = told.put(partition, track.next());
            if (before == null || before != track.next()) {
                offsets.put(partition, new OffsetAndMetadata(track.next()));
            }
        });
        return offsets;
    }

    private void forget(TopicPartition partition) {
        tracks.remove(partition);
        told.remove(partition);
        unplaced.remove(partition);
    }
}
