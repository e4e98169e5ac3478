package dev.serai.live;

import dev.serai.dispatch.Exits;
import dev.serai.dispatch.LiveExits;
import dev.serai.queue.Deciders;
import dev.serai.queue.LiveDeciders;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The generation that is live. Claims hold it: another becomes live only when none is under way, so that whatever is
 * claimed is claimed for the set that is live at that moment.
 */
public final class LiveSet implements LiveDeciders, LiveExits {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile @Nullable Live current;
    /** What the database has to be told before anything else is claimed. */
    private volatile @Nullable Runnable owed;

    /** @throws IllegalStateException before the first is live */
    @Override
    public Live current() {
        Live live = current;
        if (live == null) {
            throw new IllegalStateException("no files are live yet");
        }
        return live;
    }

    @Override
    public <T> T claimFor(Function<Deciders, T> claim) {
        return held(claim::apply);
    }

    @Override
    public <T> T claimThrough(Function<Exits, T> claim) {
        return held(claim::apply);
    }

    private <T> T held(Function<Live, T> claim) {
        while (true) {
            settle();
            lock.readLock().lock();
            try {
                if (owed == null) {
                    return claim.apply(current());
                }
            } finally {
                lock.readLock().unlock();
            }
        }
    }

    /**
     * Makes a generation live.
     *
     * @param record writes that it is, while nothing can be claimed; when it throws, what was live stays live
     * @param inDoubt has to succeed before anything is claimed after the record failed
     */
    void replace(Live next, Runnable record, @Nullable Runnable inDoubt) {
        lock.writeLock().lock();
        try {
            record.run();
            current = next;
        } catch (RuntimeException failed) {
            owed = inDoubt;
            throw failed;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /**
     * Makes a generation live again, at once.
     *
     * @param record writes that it is; has to succeed before anything is claimed
     */
    void back(Live old, Runnable record) {
        lock.writeLock().lock();
        try {
            current = old;
            owed = record;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Writes what is owed to the database; fails as that does. */
    void settle() {
        if (owed == null) {
            return;
        }
        lock.writeLock().lock();
        try {
            Runnable due = owed;
            if (due != null) {
                due.run();
                owed = null;
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
