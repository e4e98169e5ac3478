package dev.serai.capture.sql;

import dev.serai.capture.CaptureEnvironment;
import dev.serai.capture.CapturePoints;
import dev.serai.capture.Captured;
import dev.serai.capture.PointHealth;
import dev.serai.capture.PointState;
import dev.serai.files.Generation;
import dev.serai.interaction.PointName;
import dev.serai.point.Around;
import dev.serai.point.KeptRole;
import dev.serai.point.RoleAround;
import dev.serai.store.StoreException;
import dev.serai.threads.Endurance;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that looks into a point's database again and again, on one node at a time; whatever fails, it comes back. */
final class SqlLooker {
    private static final Logger LOG = LoggerFactory.getLogger(SqlLooker.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);
    /** So long this node has the point after it died. */
    private static final Duration LEASE = Duration.ofSeconds(12);

    private static final long PATIENCE = 10_000;
    /** After that long a look begins no batch. */
    private static final Duration LOOK = Duration.ofMinutes(5);

    private final PointName name;
    private final CapturePoints points;
    private final CaptureEnvironment environment;
    private final PointHealth health;
    private final SqlRound round;
    private final ScheduledExecutorService timer;
    private final Thread thread;
    private volatile boolean open = true;
    private boolean wanted;
    private int failures;
    private String trouble = "";
    private @Nullable Thread predecessor;
    private @Nullable Generation read;
    private @Nullable SqlPlan plan;

    /** @param timer renews the point's role */
    SqlLooker(
            PointName name,
            CapturePoints points,
            SqlLine line,
            Consumer<Captured> steps,
            ScheduledExecutorService timer) {
        this.name = name;
        this.points = points;
        this.environment = points.environment();
        this.health = points.health(name);
        this.round = new SqlRound(name, points, line, steps);
        this.timer = timer;
        this.thread = new Thread(this::run, "serai-sql-" + name);
        thread.setDaemon(true);
    }

    /** @param before the thread that read the point until now: its last batch is waited for */
    void start(@Nullable Thread before) {
        predecessor = before;
        thread.start();
    }

    Thread thread() {
        return thread;
    }

    /** Looks now. */
    synchronized void wake() {
        wanted = true;
        notifyAll();
    }

    /** Waits for the transaction that is under way, ten seconds at most. */
    void stop() throws InterruptedException {
        synchronized (this) {
            open = false;
            notifyAll();
        }
        thread.join(PATIENCE);
        thread.interrupt();
    }

    private void run() {
        try {
            Thread before = predecessor;
            if (before != null) {
                before.join();
            }
        } catch (InterruptedException stopped) {
            return;
        }
        predecessor = null;
        Endurance.loop("database point " + name, () -> open, this::turn);
        try {
            environment.roles().release(role());
        } catch (RuntimeException away) {
            LOG.debug("role could not be given back, it runs out by itself point={}", name, away);
        }
    }

    private void turn() {
        try {
            Optional<SqlPlan> now = plan();
            if (now.isEmpty() || !now.get().point().point().enabled()) {
                rests(PointState.DISABLED);
            } else if (points.isPaused(name)) {
                rests(PointState.PAUSED);
            } else if (!environment.roles().hold(role(), LEASE)) {
                rests(PointState.STANDBY);
            } else {
                look(now.get());
            }
        } catch (Around.Overtaken other) {
            rests(PointState.STANDBY);
        } catch (StoreException.Unavailable away) {
            health.failed(PointState.WAITING, String.valueOf(away.getMessage()));
            pause(RETRY);
        } catch (SqlTrouble met) {
            failed(met.sentence(), met);
        } catch (RuntimeException | Error failure) {
            failed("the hub failed on a look; its log says why", failure);
        }
    }

    private void look(SqlPlan now) throws SqlTrouble {
        SqlRound.Looked looked = lookOnce(now);
        failures = 0;
        if (looked.untold().isEmpty()) {
            trouble = "";
            health.succeeded(looked.more() ? -1 : 0);
        } else {
            tell(looked.untold(), null);
        }
        rest(now.point().reading().pollInterval());
    }

    /** Not without end: another node may have the point when this one hangs. */
    private SqlRound.Looked lookOnce(SqlPlan now) throws SqlTrouble {
        long until = System.nanoTime() + LOOK.toNanos();
        Duration patience = LOOK.plus(LOOK).plus(now.point().reading().timeout().multipliedBy(10));
        KeptRole kept = new KeptRole(environment.roles(), role(), LEASE, patience, timer);
        try (kept) {
            return round.look(
                    now,
                    new RoleAround(role(), environment.roles().node()),
                    () -> open && kept.isHeld() && until - System.nanoTime() > 0 && !points.isPaused(name));
        } finally {
            if (kept.isOverdue() && open) {
                boolean unused = Thread.interrupted(); // it was meant for the look
            }
        }
    }

    /** The files are read once for each generation. */
    private Optional<SqlPlan> plan() throws SqlTrouble {
        Generation live = environment.generation().get();
        if (live != read) {
            read = null;
            plan = SqlPlan.of(live, name).orElse(null);
            read = live;
        }
        return Optional.ofNullable(plan);
    }

    private void rests(PointState state) {
        health.rests(state);
        pause(RETRY);
    }

    private void failed(String sentence, Throwable failure) {
        tell(sentence, failure);
        Duration pause = RETRY.multipliedBy(1L << Math.min(failures++, 5));
        rest(pause.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : pause);
    }

    private void tell(String sentence, @Nullable Throwable failure) {
        health.failed(PointState.FAILING, sentence);
        if (open && !sentence.equals(trouble)) {
            trouble = sentence;
            LOG.warn("database capture point has trouble point={} reason={}", name, sentence);
            LOG.debug("the trouble in full point={}", name, failure);
        }
    }

    private void rest(Duration next) {
        health.looksAgain(environment.clock().instant().plus(next));
        pause(next);
    }

    @SuppressWarnings("WaitNotInLoop") // who wakes too early looks too early, which harms nobody
    private synchronized void pause(Duration time) {
        try {
            if (open && !wanted) {
                wait(Math.max(1, time.toMillis()));
            }
            wanted = false;
        } catch (InterruptedException stopped) {
            open = false;
        }
    }

    private String role() {
        return "sql:" + name;
    }
}
