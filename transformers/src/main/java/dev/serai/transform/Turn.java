package dev.serai.transform;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One run of one transformer on a thread that may be interrupted. It is never interrupted while it reads the mail, which
 * may come from a database that an interrupt would hurt: the read ends first, and is the last one.
 */
final class Turn implements Runnable {
    private final Callable<Made> work;
    private final Runnable ended;
    private final CountDownLatch done = new CountDownLatch(1);
    private @Nullable Thread thread;
    private boolean over;
    private boolean finished;
    private int reading;
    private volatile @Nullable Made result;
    private volatile @Nullable Throwable failure;

    /** @param ended is told when the run is over, in time or not */
    Turn(Callable<Made> work, Runnable ended) {
        this.work = work;
        this.ended = ended;
    }

    @Override
    public void run() {
        TransformerThread own = (TransformerThread) Thread.currentThread();
        own.turn = this;
        try {
            begin(own);
            result = work.call();
        } catch (Throwable thrown) { // an Error too is this transformer's failure, not the hub's
            failure = thrown;
        } finally {
            own.turn = null;
            finish();
            done.countDown();
            ended.run();
        }
    }

    /** Waits; false when the time is over. */
    boolean await(Duration time) throws InterruptedException {
        return done.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Ends what still runs; false when it had ended. */
    synchronized boolean cut() {
        over = true;
        if (thread != null && reading == 0 && !finished) {
            thread.interrupt();
        }
        return !finished;
    }

    boolean hasEnded() {
        return done.getCount() == 0;
    }

    /** What came of it, after its end. */
    Made result() throws Throwable {
        Made made = result;
        if (made != null) {
            return made;
        }
        Throwable thrown = failure;
        throw thrown == null ? new NullPointerException("it returned null") : thrown;
    }

    private synchronized void begin(Thread own) throws InterruptedException {
        if (over) {
            throw new InterruptedException();
        }
        thread = own;
    }

    /** The thread serves others next: no interrupt may be left over. */
    private synchronized void finish() {
        finished = true;
        boolean unused = Thread.interrupted();
    }

    /** @throws InterruptedIOException when the time is over: nothing more is read */
    synchronized void beginRead() throws InterruptedIOException {
        if (over) {
            throw new InterruptedIOException("the transformer's deadline is over");
        }
        reading++;
    }

    synchronized void endRead() {
        reading--;
        if (over && reading == 0) {
            Thread.currentThread().interrupt();
        }
    }
}
