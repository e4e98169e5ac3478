package dev.serai.capture;

import dev.serai.interaction.PointName;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** How one capture point fares on this node, told by its consumer; it outlives restarts of the consumer. */
public final class PointHealth {
    private final PointName point;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Map<String, LongAdder> results = new ConcurrentHashMap<>();
    private volatile Snapshot now;

    PointHealth(PointName point, Clock clock, MeterRegistry meters) {
        this.point = point;
        this.clock = clock;
        this.meters = meters;
        this.now = new Snapshot(PointState.WAITING, clock.instant(), null, null, null, null, -1);
        Gauge.builder("serai.capture.last.success.timestamp", this, PointHealth::lastSuccessSeconds)
                .description("When the capture point last looked with success")
                .baseUnit("seconds")
                .tag("point", point.value())
                .register(meters);
        Gauge.builder("serai.capture.backlog", this, health -> health.now.backlog())
                .description("What is known to wait at the source; -1 when unknown")
                .tag("point", point.value())
                .register(meters);
    }

    /** What was last told. */
    record Snapshot(
            PointState state,
            Instant since,
            @Nullable Instant lastSuccess,
            @Nullable Instant lastMail,
            @Nullable String lastError,
            @Nullable Instant lastErrorAt,
            long backlog) {}

    Snapshot snapshot() {
        return now;
    }

    /** How it stands; needs no database. */
    public PointState state() {
        return now.state();
    }

    long count(String result) {
        LongAdder adder = results.get(result);
        return adder == null ? 0 : adder.sum();
    }

    /** It is paused, disabled, waiting or on standby. */
    public synchronized void rests(PointState state) {
        Instant at = clock.instant();
        now = new Snapshot(
                state, since(state, at), now.lastSuccess, now.lastMail, now.lastError, now.lastErrorAt, now.backlog);
    }

    /** A look went well; so much is known to wait still, -1 when unknown. */
    public synchronized void succeeded(long backlog) {
        Instant at = clock.instant();
        now = new Snapshot(
                PointState.RUNNING,
                since(PointState.RUNNING, at),
                at,
                now.lastMail,
                now.lastError,
                now.lastErrorAt,
                backlog);
    }

    /**
     * A look failed.
     *
     * @param state {@link PointState#FAILING}, or {@link PointState#WAITING} when the database is away
     * @param sentence why, without secrets
     */
    public synchronized void failed(PointState state, String sentence) {
        Instant at = clock.instant();
        now = new Snapshot(state, since(state, at), now.lastSuccess, now.lastMail, sentence, at, now.backlog);
    }

    /** Something went wrong with one message only: the sentence is kept, the state is not touched. */
    public synchronized void noted(String sentence) {
        now = new Snapshot(now.state, now.since, now.lastSuccess, now.lastMail, sentence, clock.instant(), now.backlog);
    }

    /** Counts what became of one message: taken, duplicate, skipped, failing, quarantined, refused. */
    public synchronized void counted(String result) {
        counted(result, 1);
    }

    /** As {@link #counted(String)}, of several. */
    public synchronized void counted(String result, long number) {
        meters.counter("serai.captured", "point", point.value(), "result", result)
                .increment((double) number);
        results.computeIfAbsent(result, any -> new LongAdder()).add(number);
        if (result.equals("taken")) {
            now = new Snapshot(
                    now.state,
                    now.since,
                    now.lastSuccess,
                    clock.instant(),
                    now.lastError,
                    now.lastErrorAt,
                    now.backlog);
        }
    }

    private Instant since(PointState state, Instant at) {
        return now.state == state ? now.since : at;
    }

    private double lastSuccessSeconds() {
        Instant last = now.lastSuccess;
        return last == null ? 0 : last.getEpochSecond();
    }
}
