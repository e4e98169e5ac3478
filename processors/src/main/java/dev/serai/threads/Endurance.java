package dev.serai.threads;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that goes on until it is stopped, whatever it throws: the failure is logged, and after a pause it is tried again.
 * The stack is logged once for each reason.
 */
public final class Endurance {
    private static final Logger LOG = LoggerFactory.getLogger(Endurance.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String work;
    private @Nullable String known;

    private Endurance(String work) {
        this.work = work;
    }

    /** One turn of work. */
    @FunctionalInterface
    public interface Turn {
        /** @throws InterruptedException when the work is to end */
        void take() throws Exception;
    }

    /**
     * Takes turns on this thread until it is closed or interrupted.
     *
     * @param work what it is, for the log
     */
    public static void loop(String work, BooleanSupplier open, Turn turn) {
        Endurance endurance = new Endurance(work);
        while (open.getAsBoolean()) {
            if (!endurance.goesOn(turn)) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /**
     * Runs a task again and again, which a plain executor does only until it throws.
     *
     * @param work what it is, for the log
     */
    public static ScheduledFuture<?> every(
            ScheduledExecutorService executor, String work, Duration first, Duration interval, Runnable task) {
        Endurance endurance = new Endurance(work);
        return executor.scheduleWithFixedDelay(
                () -> endurance.run(task), first.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private boolean goesOn(Turn turn) {
        try {
            turn.take();
            known = null;
            return true;
        } catch (InterruptedException stopped) {
            return false;
        } catch (Throwable failure) {
            told(failure);
            return rested();
        }
    }

    private void run(Runnable task) {
        try {
            task.run();
            known = null;
        } catch (Throwable failure) {
            told(failure);
        }
    }

    /** Not even a failure whose telling fails ends the work. */
    private void told(Throwable failure) {
        try {
            String reason = String.valueOf(failure);
            if (reason.equals(known)) {
                LOG.debug("work failed again, it is tried again work={}", work);
            } else if (failure instanceof Passing) {
                LOG.warn("work waits, it is tried again work={} reason={}", work, failure.getMessage());
            } else {
                LOG.error("work failed, it is tried again work={}", work, failure);
            }
            known = reason;
        } catch (Throwable unspeakable) {
            known = null;
        }
    }

    private static boolean rested() {
        try {
            Thread.sleep(PAUSE.toMillis());
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }
}
