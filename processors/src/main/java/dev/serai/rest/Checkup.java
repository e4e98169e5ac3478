package dev.serai.rest;

import dev.serai.rest.Health.Check;
import dev.serai.rest.Health.Level;
import dev.serai.rest.Health.Report;
import dev.serai.store.StoreException;
import dev.serai.threads.Ticks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the parts of the hub on a thread of its own, one look at a time: whatever hangs, the answer comes in time. */
final class Checkup implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Checkup.class);

    private final Supplier<List<Part>> parts;
    private final Duration patience;
    private final ScheduledExecutorService looker = Ticks.named("serai-health", 1);
    private @Nullable Look underWay;

    /**
     * @param parts looked at in their order
     * @param patience for all of them together
     */
    Checkup(Supplier<List<Part>> parts, Duration patience) {
        this.parts = parts;
        this.patience = patience;
    }

    /** One thing to look at, which may take its time. */
    record Part(String name, Supplier<Check> look) {}

    /** Completes when all was looked at, or with what was seen when the patience is over. */
    CompletableFuture<Report> report() {
        Look look = look();
        return look.whole
                .copy()
                .completeOnTimeout(false, look.leftMillis(), TimeUnit.MILLISECONDS)
                .thenApply(all -> Report.of(look.seen()));
    }

    private synchronized Look look() {
        Look current = underWay;
        if (current == null) {
            Look fresh = new Look();
            underWay = fresh;
            looker.execute(fresh);
            return fresh;
        }
        return current;
    }

    private synchronized void over() {
        underWay = null;
    }

    private final class Look implements Runnable {
        private final long since = System.nanoTime();
        private final List<Check> checks = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Boolean> whole = new CompletableFuture<>();
        private volatile @Nullable String now;

        @Override
        public void run() {
            try {
                for (Part part : parts.get()) {
                    now = part.name();
                    checks.add(part.look().get());
                    now = null;
                }
            } catch (StoreException.Unavailable away) {
                LOG.info("health cannot be told yet reason={}", away.getMessage());
                checks.add(new Check(String.valueOf(now), Level.DOWN, String.valueOf(away.getMessage())));
                now = null;
            } catch (RuntimeException | Error failure) {
                LOG.error("health cannot be told", failure);
                checks.add(new Check(String.valueOf(now), Level.DOWN, "it cannot be told; the log says why"));
                now = null;
            } finally {
                over();
                whole.complete(true);
            }
        }

        long leftMillis() {
            return Math.max(0, patience.minusNanos(System.nanoTime() - since).toMillis());
        }

        List<Check> seen() {
            String hanging = now;
            List<Check> seen = new ArrayList<>(checks);
            if (hanging != null) {
                seen.add(new Check(
                        hanging,
                        Level.DOWN,
                        "the " + hanging + " does not answer within " + patience.toSeconds() + " s"));
            }
            return seen;
        }
    }

    @Override
    public void close() {
        looker.shutdownNow();
    }
}
