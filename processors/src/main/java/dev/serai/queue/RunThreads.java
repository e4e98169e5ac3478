package dev.serai.queue;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that steps run on: as many as consumers wait for a run, and as runs were left behind. */
final class RunThreads implements AutoCloseable {
    private static final int IDLE_SECONDS = 30;

    private final AtomicInteger number = new AtomicInteger();
    private final Set<Run> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService pool = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);

    void start(Run run) {
        running.add(run);
        pool.execute(() -> {
            try {
                run.run();
            } finally {
                running.remove(run);
            }
        });
    }

    /** Lets nobody wait any longer for what still runs. */
    void leaveAll() {
        running.forEach(run -> {
            run.cut();
            boolean unused = run.leave(() -> {});
        });
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "serai-strategy-" + number.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** What hangs keeps its thread, which ends with the process. */
    @Override
    public void close() {
        leaveAll();
        pool.shutdown();
    }
}
