package dev.serai.transform;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A thread that runs transformers, one turn after the other. There are as many as callers wait and turns stray. */
final class TransformerThread extends Thread {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final ExecutorService POOL = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), TransformerThread::new);

    /** What it runs now. */
    @Nullable
    Turn turn;

    private TransformerThread(Runnable work) {
        super(work, "serai-transformer-" + NUMBER.incrementAndGet());
        setDaemon(true);
    }

    static void start(Turn turn) {
        POOL.execute(turn);
    }
}
