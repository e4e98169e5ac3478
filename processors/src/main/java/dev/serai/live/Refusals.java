package dev.serai.live;

import dev.serai.files.Generation;
import dev.serai.files.Problem;
import io.micrometer.core.instrument.Counter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The set on disk that was refused last: told once, by a log line, a meter and an event, whatever the database does. */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    /** Events that wait for the database; the eldest go. */
    private static final int WAITING = 100;

    private final Counter counter;
    private final BiConsumer<Generation, List<Problem>> events;
    private final Deque<Refused> untold = new ArrayDeque<>();
    private String id;
    private BooleanSupplier mayBeTried = () -> true;

    private record Refused(Generation set, List<Problem> problems) {}

    /**
     * Begins.
     *
     * @param id of the set that was refused at start, empty for none
     * @param events writes the event of a refusal
     */
    Refusals(String id, Counter counter, BiConsumer<Generation, List<Problem>> events) {
        this.id = id;
        this.counter = counter;
        this.events = events;
    }

    /**
     * A set was refused.
     *
     * @param mayBeTried whether something changed by which it may pass now
     */
    synchronized void refuse(Generation set, List<Problem> problems, BooleanSupplier mayBeTried) {
        this.mayBeTried = mayBeTried;
        if (!set.id().equals(id)) {
            id = set.id();
            counter.increment();
            problems.forEach(problem -> LOG.error("file refused problem={}", problem));
            untold.addLast(new Refused(set, problems));
            if (untold.size() > WAITING) {
                untold.removeFirst();
            }
            tell();
        }
    }

    /** Whether this is the set that was refused last. */
    synchronized boolean isLast(String set) {
        return set.equals(id);
    }

    /** Whether it is, and nothing changed since. */
    synchronized boolean stands(String set) {
        return isLast(set) && !mayBeTried.getAsBoolean();
    }

    /** What is on disk is live, or was preferred. */
    synchronized void forget() {
        id = "";
    }

    /** Writes the events that could not be written yet. */
    synchronized void tell() {
        try {
            while (!untold.isEmpty()) {
                Refused eldest = untold.getFirst();
                events.accept(eldest.set(), eldest.problems());
                untold.removeFirst();
            }
        } catch (RuntimeException away) {
            LOG.warn("the event of refused files is written later reason={}", away.getMessage());
        }
    }
}
