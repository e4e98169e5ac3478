package dev.serai.queue;

import dev.serai.store.Unit;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a step on a thread of its own. Who waits for it may leave it behind: what it ends with is thrown away then. */
final class Run implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Run.class);

    private final Callable<Unit<Boolean>> work;
    private final CountDownLatch over = new CountDownLatch(1);
    private @Nullable Thread thread;
    private @Nullable Runnable whenEnded;
    private boolean cut;
    private boolean finished;
    private volatile @Nullable Unit<Boolean> ending;
    private volatile @Nullable Throwable failure;

    Run(Callable<Unit<Boolean>> work) {
        this.work = work;
    }

    @Override
    public void run() {
        try {
            begin();
            ending = work.call();
        } catch (Throwable thrown) { // an Error too is this work's failure: it is put back and told
            failure = thrown;
        } finally {
            finish();
        }
    }

    /** Waits until it ended or was left behind; false when the time is over. */
    boolean await(Duration time) throws InterruptedException {
        return over.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Asks it to end, by an interrupt. */
    synchronized void cut() {
        cut = true;
        if (thread != null && !finished) {
            thread.interrupt();
        }
    }

    /**
     * Nobody waits for it any longer.
     *
     * @param ended is told when it ends all the same
     * @return false when it had ended, or was left behind before
     */
    synchronized boolean leave(Runnable ended) {
        if (finished || whenEnded != null) {
            return false;
        }
        whenEnded = ended;
        over.countDown();
        return true;
    }

    /** The thread that it runs on; null before it began. */
    synchronized @Nullable Thread thread() {
        return thread;
    }

    /**
     * What came of it.
     *
     * @throws LeftBehind when it was left behind by another than who waited
     */
    Unit<Boolean> result() throws Throwable {
        Throwable thrown = failure;
        if (thrown != null) {
            throw thrown;
        }
        Unit<Boolean> made = ending;
        if (isLeft() || made == null) {
            throw new LeftBehind();
        }
        return made;
    }

    private synchronized boolean isLeft() {
        return whenEnded != null;
    }

    private synchronized void begin() throws InterruptedException {
        if (cut) {
            throw new InterruptedException("its time was over before it began");
        }
        thread = Thread.currentThread();
    }

    private void finish() {
        Runnable told = finished();
        over.countDown();
        if (told != null) {
            release(ending);
            told.run();
        }
    }

    /** The thread serves others next: no interrupt may be left over. */
    private synchronized @Nullable Runnable finished() {
        finished = true;
        boolean unused = Thread.interrupted();
        return whenEnded;
    }

    /** An ending may hold spooled files. */
    static void release(@Nullable Unit<Boolean> ending) {
        if (ending instanceof AutoCloseable holder) {
            try {
                holder.close();
            } catch (Exception leftBehind) {
                LOG.warn("a spooled file was left behind reason={}", leftBehind.getMessage());
            }
        }
    }

    /** The hub stops: its work is not in hand here any longer. */
    static final class LeftBehind extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
