package dev.serai.queue;

import dev.serai.dependency.Unavailable;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.QueueName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Queues of this node that wait for something shared that is away. While one waits, one interaction at a time is let
 * through to see whether it is back. Safe for several threads.
 */
public final class Outages {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<QueueName, Outage> outages = new LinkedHashMap<>();
    private final Map<InteractionId, Instant> setBack = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InteractionId, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * Why a queue waits.
     *
     * @param name of what is away
     * @param until when the next interaction is let through
     * @param pause the time until then, doubled each time
     */
    public record Outage(String name, String reason, Instant since, Instant until, Duration pause) {}

    public Outages(Clock clock) {
        this.clock = clock;
    }

    /** Why a queue waits, when it does. */
    public synchronized Optional<Outage> of(QueueName queue) {
        return Optional.ofNullable(outages.get(queue));
    }

    /** How many a queue may have in flight now, of those that it usually may. */
    synchronized int window(QueueName queue, int usual) {
        Outage outage = outages.get(queue);
        if (outage == null) {
            return usual;
        }
        return clock.instant().isBefore(outage.until()) ? 0 : 1;
    }

    /**
     * A run got no answer. It counts against its interaction only when others got one since this interaction was set
     * back the last time.
     *
     * @return when it is due again; empty when it counts as any other failure
     */
    synchronized Optional<Instant> failed(QueueName queue, InteractionId id, Unavailable away) {
        Instant now = clock.instant();
        Instant before = setBack.put(id, now);
        boolean others = before != null
                && away.lastAnswer().filter(answer -> answer.isAfter(before)).isPresent();
        if (others) {
            return Optional.empty();
        }
        if (!away.isDown()) {
            return Optional.of(now.plus(FIRST));
        }
        Outage outage = outages.compute(queue, (name, known) -> next(known, away, now));
        // behind the next that is let through: an interaction that alone gets no answer must not keep the others
        // waiting
        return Optional.of(outage.until().plus(outage.pause()));
    }

    private static Outage next(@Nullable Outage known, Unavailable away, Instant now) {
        if (known == null) {
            return new Outage(away.name(), away.reason(), now, now.plus(FIRST), FIRST);
        }
        if (now.isBefore(known.until())) {
            return known; // one that was in flight when the queue began to wait
        }
        Duration doubled = known.pause().multipliedBy(2);
        Duration pause = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return new Outage(away.name(), away.reason(), known.since(), now.plus(pause), pause);
    }

    /** A run went well: its queue goes on, unless that run was under way when the queue began to wait. */
    synchronized void passed(QueueName queue, InteractionId id) {
        setBack.remove(id);
        Outage outage = outages.get(queue);
        if (outage != null && !clock.instant().isBefore(outage.until())) {
            outages.remove(queue);
        }
    }
}
