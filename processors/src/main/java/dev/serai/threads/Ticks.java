package dev.serai.threads;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Executors of daemon threads for periodic work. */
public final class Ticks {
    private static final long PATIENCE_SECONDS = 5;

    private Ticks() {}

    /** @param name of each of its threads */
    public static ScheduledExecutorService named(String name, int threads) {
        return Executors.newScheduledThreadPool(threads, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Lets what runs come to its end, for some seconds: an interrupt would hit it in the middle of a transaction. */
    public static void end(ScheduledExecutorService executor) {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
