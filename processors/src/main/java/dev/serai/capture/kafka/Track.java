package dev.serai.capture.kafka;

import dev.serai.store.KafkaPositionTable.Spot;
import org.apache.kafka.common.TopicPartition;

/** A partition that a consumer has, and how far it is with it. Used by one thread. */
final class Track {
    private final TopicPartition partition;
    private final Spot spot;
    private long next;
    private int failures;
    private boolean begun;
    private long passed = -1;
    private long restsUntil;
    private boolean resting;

    /** @param next offset of the first record that is not done */
    Track(TopicPartition partition, Spot spot, long next) {
        this.partition = partition;
        this.spot = spot;
        this.next = next;
    }

    TopicPartition partition() {
        return partition;
    }

    Spot spot() {
        return spot;
    }

    long next() {
        return next;
    }

    /** All before an offset is done. */
    void movedTo(long offset) {
        next = offset;
        failures = 0;
        passed = -1;
        begun = true;
    }

    /** Whether no record was begun since the partition came here: an earlier owner may have died of the first. */
    boolean isFresh() {
        return !begun;
    }

    void begun() {
        begun = true;
    }

    /** As if the next record had never been begun. */
    void unbegun() {
        begun = false;
    }

    /**
     * The hub failed on the next record; whether others went through since it did so the last time.
     *
     * @param now how many went through until now
     */
    boolean isOutlived(long now) {
        boolean outlived = passed >= 0 && now > passed;
        passed = now;
        return outlived;
    }

    /** Once more; returns how often the next record failed here. */
    int failed() {
        return ++failures;
    }

    /** Leaves it alone for a while. */
    void rest(long millis) {
        resting = true;
        restsUntil = System.nanoTime() + millis * 1_000_000;
    }

    boolean isResting() {
        return resting;
    }

    /** Whether it rested long enough; it rests no more then. */
    boolean isRested() {
        boolean over = resting && System.nanoTime() - restsUntil >= 0;
        resting &= !over;
        return over;
    }
}
