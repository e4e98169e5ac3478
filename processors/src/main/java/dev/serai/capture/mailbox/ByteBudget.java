package dev.serai.capture.mailbox;

import dev.serai.capture.mailbox.server.Spool;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The memory that mails on their way may hold in the whole hub, in bytes; taken before a fetch, given back after the commit. */
final class ByteBudget {
    /** What a spooled mail holds at most while it passes, whatever its size. */
    static final long SPOOLED = 2L << 20;

    /** What is around a mail, whatever its size: its row, its event, its place in line. */
    private static final int AROUND = 2048;

    private static final int UNIT = 1024;
    private static final long PATIENCE_MILLIS = 1000;
    private final Semaphore permits;
    private final int all;

    ByteBudget(long bytes) {
        this.all = (int) Math.max(2 * SPOOLED / UNIT, Math.min(Integer.MAX_VALUE, bytes / UNIT));
        this.permits = new Semaphore(all, true);
    }

    /** A quarter of the heap. */
    static ByteBudget ofHeap() {
        return new ByteBudget(Runtime.getRuntime().maxMemory() / 4);
    }

    /** What a mail of so many octets holds in memory. */
    static long cost(long size) {
        return size > Spool.THRESHOLD ? SPOOLED : size + AROUND;
    }

    /**
     * Takes room for all of them together: who holds a part and waits for the rest could wait for ever.
     *
     * @throws Slowed when there is none within a second
     */
    List<Share> take(List<Long> costs) throws InterruptedException, Slowed {
        List<Share> shares =
                costs.stream().map(cost -> new Share((int) (cost / UNIT + 1))).toList();
        int sum = shares.stream().mapToInt(share -> share.units).sum();
        if (sum > all) {
            throw new IllegalArgumentException("a batch of " + sum + " KiB is more than the budget of " + all + " KiB");
        }
        if (!permits.tryAcquire(sum, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
            throw new Slowed("mails on their way hold all of the " + all / 1024 + " MiB that they may hold in memory");
        }
        return shares;
    }

    /** What was taken for one mail; given back once. */
    final class Share {
        private final int units;

        private Share(int units) {
            this.units = units;
        }

        void giveBack() {
            permits.release(units);
        }
    }
}
