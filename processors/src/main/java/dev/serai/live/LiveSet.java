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

    /** @throws IllegalStateException before the first is live */
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
        lock.readLock().lock();
        try {
            return claim.apply(current());
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * Makes a generation live.
     *
     * @param record writes that it is, while nothing can be claimed; when it throws nothing changes
     */
    void replace(Live next, Runnable record) {
        lock.writeLock().lock();
        try {
            record.run();
            current = next;
        } finally {
            lock.writeLock().unlock();
        }
    }
}
