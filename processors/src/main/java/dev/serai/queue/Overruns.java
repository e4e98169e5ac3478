package dev.serai.queue;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.QueueName;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs of this node that ignored the end of their time and still hang on their threads. Each set of files may leave
 * {@value #MOST} behind in a queue; then it claims nothing more there until one of them ends or another set is live. Safe
 * for several threads.
 */
public final class Overruns {
    static final int MOST = 8;

    private final Clock clock;
    private final Set<Stray> strays = ConcurrentHashMap.newKeySet();

    /** One run that hangs. */
    record Stray(QueueName queue, String generation, InteractionId id, Instant since) {}

    /**
     * What hangs in a queue.
     *
     * @param runs of all sets of files
     * @param since when the first of them was given up
     * @param stopped whether the live files claim nothing more there for it
     */
    public record Overrun(int runs, Instant since, boolean stopped) {}

    public Overruns(Clock clock) {
        this.clock = clock;
    }

    /** What hangs in a queue while these files are live; empty when nothing does. */
    public Optional<Overrun> of(QueueName queue, String generation) {
        List<Stray> here =
                strays.stream().filter(stray -> stray.queue().equals(queue)).toList();
        return here.stream()
                .map(Stray::since)
                .min(Comparator.naturalOrder())
                .map(since -> new Overrun(here.size(), since, isFull(queue, generation)));
    }

    Stray stray(QueueName queue, String generation, InteractionId id) {
        return new Stray(queue, generation, id, clock.instant());
    }

    void left(Stray stray) {
        strays.add(stray);
    }

    void ended(Stray stray) {
        strays.remove(stray);
    }

    /** Since when an earlier run of an interaction by the same files hangs; another would hang as well. */
    Optional<Instant> hangsSince(QueueName queue, String generation, InteractionId id) {
        return of(queue, generation, strays).stream()
                .filter(stray -> stray.id().equals(id))
                .map(Stray::since)
                .findAny();
    }

    /** True when these files claim nothing more in the queue. */
    boolean isFull(QueueName queue, String generation) {
        return !strays.isEmpty() && of(queue, generation, strays).size() >= MOST;
    }

    private static List<Stray> of(QueueName queue, String generation, Set<Stray> strays) {
        return strays.stream()
                .filter(stray ->
                        stray.queue().equals(queue) && stray.generation().equals(generation))
                .toList();
    }
}
