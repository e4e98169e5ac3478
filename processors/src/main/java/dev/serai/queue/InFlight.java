package dev.serai.queue;

import dev.serai.interaction.Fence;
import dev.serai.interaction.QueueName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The work that this node claimed and has not ended: waiting at the broker, or running on a thread. */
final class InFlight {
    private final Map<Fence, Entry> entries = new ConcurrentHashMap<>();
    private final Clock clock;

    /**
     * One piece of work.
     *
     * @param claimedAt when this node claimed it, or took it over from the broker
     * @param by what decides on it, and is kept open until it ended
     * @param runningSince null while it waits at the broker
     */
    record Entry(
            QueueName queue,
            Fence fence,
            Deciders by,
            Instant claimedAt,
            @Nullable Instant runningSince) {}

    InFlight(Clock clock) {
        this.clock = clock;
    }

    /** To be called while the deciders are live. */
    void claimed(QueueName queue, Fence fence, Deciders by) {
        by.begin();
        entries.put(fence, new Entry(queue, fence, by, clock.instant(), null));
    }

    /** Who decides on work that this node claimed; empty when another did. */
    Optional<Deciders> deciders(Fence fence) {
        return Optional.ofNullable(entries.get(fence)).map(Entry::by);
    }

    /** It runs now; false when it is not in hand here. */
    boolean running(Fence fence) {
        return entries.computeIfPresent(
                        fence,
                        (key, known) -> new Entry(known.queue(), fence, known.by(), known.claimedAt(), clock.instant()))
                != null;
    }

    void ended(Fence fence) {
        Entry entry = entries.remove(fence);
        if (entry != null) {
            entry.by().end();
        }
    }

    /** What runs now, or is being committed. */
    List<Entry> running() {
        return entries.values().stream()
                .filter(entry -> entry.runningSince() != null)
                .toList();
    }

    /** What was handed over so long ago and never taken up here: lost with the broker, or another node has it. */
    List<Entry> waitingLongerThan(Duration time) {
        Instant since = clock.instant().minus(time);
        return entries.values().stream()
                .filter(entry -> entry.runningSince() == null)
                .filter(entry -> !entry.claimedAt().isAfter(since))
                .toList();
    }
}
