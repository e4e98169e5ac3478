package dev.serai.queue;

import dev.serai.interaction.Fence;
import dev.serai.interaction.QueueName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
     * @param runningSince null while it waits at the broker
     * @param thread that decides on it; null before, and while its commit is under way
     */
    record Entry(
            QueueName queue,
            Fence fence,
            Instant claimedAt,
            @Nullable Instant runningSince,
            @Nullable Thread thread) {}

    InFlight(Clock clock) {
        this.clock = clock;
    }

    void claimed(QueueName queue, Fence fence) {
        entries.put(fence, new Entry(queue, fence, clock.instant(), null, null));
    }

    void running(QueueName queue, Fence fence) {
        entries.compute(
                fence,
                (key, known) -> new Entry(
                        queue,
                        fence,
                        known == null ? clock.instant() : known.claimedAt(),
                        clock.instant(),
                        Thread.currentThread()));
    }

    /** The run is over, its commit may still be under way. */
    void ran(Fence fence) {
        entries.computeIfPresent(
                fence, (key, known) -> new Entry(known.queue(), fence, known.claimedAt(), known.runningSince(), null));
    }

    void ended(Fence fence) {
        entries.remove(fence);
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
