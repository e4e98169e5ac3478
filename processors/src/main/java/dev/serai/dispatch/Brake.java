package dev.serai.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets nothing through for a while after trouble, then one mail to try, and when that goes well 2, 4, 8 … at once, a step
 * every ten seconds at the most: what waited does not fall upon a server that has just come back.
 */
final class Brake {
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final int OPEN = 128;

    private final Clock clock;
    private int troubles;
    private long mark;
    private int width = OPEN;
    private Instant wider = Instant.MIN;
    private @Nullable Hindrance hindrance;

    Brake(Clock clock) {
        this.clock = clock;
    }

    /** How many more may be on their way. */
    synchronized int room(int inFlight) {
        if (hindrance != null && clock.instant().isBefore(hindrance.until())) {
            return 0;
        }
        return width >= OPEN ? Integer.MAX_VALUE : Math.max(0, width - inFlight);
    }

    /**
     * Nothing goes for a while: for the first pause, and twice as long each time that the one try after it fails too. Those
     * that were on their way together fail together, which is one trouble.
     */
    synchronized void trouble(Fault fault, Duration first, Duration longest) {
        Instant now = clock.instant();
        Instant since = now;
        if (hindrance != null) {
            if (now.isBefore(hindrance.until())) {
                return;
            }
            since = hindrance.since();
        }
        Duration pause = first.multipliedBy(1L << Math.min(troubles, 10));
        troubles++;
        mark++;
        width = 1;
        hindrance = new Hindrance(fault, since, now.plus(pause.compareTo(longest) > 0 ? longest : pause));
    }

    /** What one that begins now is to say when it went well. */
    synchronized long mark() {
        return mark;
    }

    /**
     * One went well. Where trouble has come since it began, that says nothing.
     *
     * @param begun the {@link #mark()} when it began
     */
    synchronized void well(long begun) {
        if (begun != mark) {
            return;
        }
        Instant now = clock.instant();
        if (hindrance != null) {
            hindrance = null;
            troubles = 0;
            wider = now.plus(STEP);
        }
        if (width < OPEN && !now.isBefore(wider)) {
            width *= 2;
            wider = now.plus(STEP);
        }
    }

    /** What was wrong may be mended: it is tried now. */
    synchronized void release() {
        if (hindrance != null) {
            hindrance = new Hindrance(hindrance.fault(), hindrance.since(), clock.instant());
            troubles = 0;
        }
    }

    /** Why nothing, or only a try, goes through. */
    synchronized Optional<Hindrance> hindrance() {
        return Optional.ofNullable(hindrance);
    }
}
