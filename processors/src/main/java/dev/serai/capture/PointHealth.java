package dev.serai.capture;

import dev.serai.interaction.PointName;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** How one capture point fares on this node, told by its consumer; it outlives restarts of the consumer. */
public final class PointHealth {
    private final PointName point;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Liveness liveness = new Liveness();
    private final Map<String, LongAdder> results = new ConcurrentHashMap<>();
    private volatile Standing standing;
    private volatile Looks looks = Looks.NONE;

    public PointHealth(PointName point, Clock clock, MeterRegistry meters) {
        this.point = point;
        this.clock = clock;
        this.meters = meters;
        this.standing = new Standing(PointState.WAITING, clock.instant(), null);
        gauge("last.success.timestamp", "When the capture point last looked with success", PointHealth::lastSuccess);
        gauge("backlog", "What is known to wait at the source; -1 when unknown", health -> health.looks.backlog());
        gauge("failures", "Looks that failed, one after the other, until now", health -> health.looks.failures());
        gauge("slowed", "1 while the point takes nothing because the hub has enough", PointHealth::slowedFlag);
        gauge(
                "silent",
                "1 while looks or mail are overdue",
                health -> health.liveness.silence().isPresent() ? 1 : 0);
    }

    /**
     * Its state and since when.
     *
     * @param slowedBy why it takes nothing at the moment
     */
    record Standing(
            PointState state, Instant since, @Nullable String slowedBy) {
        Standing now(PointState next, @Nullable String why, Instant at) {
            return new Standing(next, next == state ? since : at, why);
        }
    }

    /**
     * What its looks yielded.
     *
     * @param failures in a row
     * @param next when it looks again
     */
    record Looks(
            @Nullable Instant lastSuccess,
            @Nullable String lastError,
            @Nullable Instant lastErrorAt,
            int failures,
            @Nullable Instant next,
            long backlog) {
        static final Looks NONE = new Looks(null, null, null, 0, null, -1);

        Looks succeeded(Instant at, long waiting) {
            return new Looks(at, lastError, lastErrorAt, 0, next, waiting);
        }

        Looks failed(String sentence, Instant at, int inARow) {
            return new Looks(lastSuccess, sentence, at, inARow, next, backlog);
        }

        Looks next(@Nullable Instant at) {
            return new Looks(lastSuccess, lastError, lastErrorAt, failures, at, backlog);
        }
    }

    Standing standing() {
        return standing;
    }

    Looks looks() {
        return looks;
    }

    Liveness liveness() {
        return liveness;
    }

    /** How it stands; needs no database. */
    public PointState state() {
        return standing.state();
    }

    /** How often {@link #counted(String)} was told a result in this run. */
    public long count(String result) {
        LongAdder adder = results.get(result);
        return adder == null ? 0 : adder.sum();
    }

    /** What is known of it from before this run. */
    public void remembers(PointPast past) {
        liveness.remembers(past);
    }

    /** It is to look from now on. */
    public synchronized void attended() {
        Instant at = clock.instant();
        liveness.attended(at);
        if (isResting()) {
            standing = standing.now(PointState.WAITING, null, at);
        }
    }

    /** It is paused, disabled, waiting or on standby. */
    public synchronized void rests(PointState state) {
        standing = standing.now(state, null, clock.instant());
        if (state != PointState.WAITING) {
            liveness.rests();
            looks = looks.next(null);
        }
    }

    /** Its consumer stopped. */
    synchronized void stopped() {
        standing = standing.now(PointState.WAITING, null, clock.instant());
        looks = looks.next(null);
        liveness.leaves();
    }

    /** A look went well; so much is known to wait still, -1 when unknown. */
    public synchronized void succeeded(long backlog) {
        Instant at = clock.instant();
        standing = standing.now(PointState.RUNNING, null, at);
        looks = looks.succeeded(at, backlog);
        liveness.success(at);
    }

    /**
     * A look went well, but nothing was taken, or not all of a page: the hub has enough for now.
     *
     * @param sentence of what it has enough
     */
    public synchronized void slowed(long backlog, String sentence) {
        Instant at = clock.instant();
        standing = standing.now(PointState.SLOWED, sentence, at);
        looks = looks.succeeded(at, backlog);
        liveness.success(at);
        if (backlog > 0) {
            liveness.mail(at);
        }
    }

    /**
     * A look failed.
     *
     * @param state {@link PointState#FAILING}, or {@link PointState#WAITING} when the database is away, which is not the
     *     point's fault
     * @param sentence why, without secrets
     */
    public synchronized void failed(PointState state, String sentence) {
        Instant at = clock.instant();
        standing = standing.now(state, null, at);
        boolean own = state == PointState.FAILING;
        looks = looks.failed(sentence, at, looks.failures() + (own ? 1 : 0));
        if (!own) {
            liveness.sign(at);
        }
    }

    /** Something went wrong with one message only: the sentence is kept, the state is not touched. */
    public synchronized void noted(String sentence) {
        looks = looks.failed(sentence, clock.instant(), looks.failures());
    }

    /** When it looks again. */
    public synchronized void looksAgain(Instant at) {
        if (!isResting()) {
            looks = looks.next(at);
        }
    }

    /** Counts what became of one message: taken, duplicate, skipped, failing, quarantined, refused, trapped. */
    public synchronized void counted(String result) {
        counted(result, 1);
    }

    /** As {@link #counted(String)}, of several. */
    public synchronized void counted(String result, long number) {
        meters.counter("serai.captured", "point", point.value(), "result", result)
                .increment((double) number);
        results.computeIfAbsent(result, any -> new LongAdder()).add(number);
        if (result.equals("taken") || result.equals("duplicate")) {
            liveness.mail(clock.instant());
        }
    }

    private void gauge(String name, String description, ToDoubleFunction<PointHealth> value) {
        Gauge.Builder<PointHealth> gauge = Gauge.builder("serai.capture." + name, this, value)
                .description(description)
                .tag("point", point.value());
        (name.endsWith("timestamp") ? gauge.baseUnit("seconds") : gauge).register(meters);
    }

    private boolean isResting() {
        return state() == PointState.PAUSED || state() == PointState.STANDBY || state() == PointState.DISABLED;
    }

    private double lastSuccess() {
        Instant last = looks.lastSuccess();
        return last == null ? 0 : last.getEpochSecond();
    }

    private double slowedFlag() {
        return state() == PointState.SLOWED ? 1 : 0;
    }
}
