package dev.serai.trial;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Runs what engineers wrote for so long at most, on a thread of its own: what does not end is interrupted and left to
 * itself.
 */
final class Deadline {
    /** Null for the caller's own thread, for ever. */
    private final @Nullable Duration time;

    Deadline(@Nullable Duration time) {
        this.time = time;
    }

    /**
     * The result of some work.
     *
     * @throws OverdueException when it did not end in time, or the caller was interrupted
     * @throws IOException as the work throws it
     * @throws TrialException as the work throws it
     */
    <T> T within(Callable<T> work) throws IOException, TrialException {
        return time == null ? own(work) : within(work, time);
    }

    private static <T> T own(Callable<T> work) throws IOException, TrialException {
        try {
            return work.call();
        } catch (Exception failure) {
            throw thrown(failure);
        }
    }

    private static <T> T within(Callable<T> work, Duration time) throws IOException, TrialException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "serai-trial");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            task.cancel(true);
            throw new OverdueException(
                    "did not end within " + time.toMillis() / 1000.0 + " s (serai.strategy.deadline)", late);
        } catch (InterruptedException ended) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new OverdueException("was interrupted", ended);
        } catch (ExecutionException failure) {
            throw thrown(failure.getCause());
        }
    }

    private static RuntimeException thrown(@Nullable Throwable cause) throws IOException, TrialException {
        if (cause instanceof IOException unreadable) {
            throw unreadable;
        }
        if (cause instanceof TrialException refused) {
            throw refused;
        }
        if (cause instanceof Error broken) {
            throw broken;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }
}
