package dev.serai.capture.mailbox;

import dev.serai.capture.mailbox.server.Spool;
import java.util.List;
import java.util.concurrent.Semaphore;

/** The memory that mails on their way may hold in the whole hub, in bytes; taken before a fetch, given back after the commit. */
final class ByteBudget {
    /** What a spooled mail holds at most while it passes, whatever its size. */
    static final long SPOOLED = 2L << 20;

    private static final int UNIT = 1024;
    private final Semaphore permits;
    private final int all;

    ByteBudget(long bytes) {
        this.all = (int) Math.max(2 * SPOOLED / UNIT, Math.min(Integer.MAX_VALUE, bytes / UNIT));
        this.permits = new Semaphore(all);
    }

    /** A quarter of the heap. */
    static ByteBudget ofHeap() {
        return new ByteBudget(Runtime.getRuntime().maxMemory() / 4);
    }

    /** What a mail of so many octets holds in memory. */
    static long cost(long size) {
        return size > Spool.THRESHOLD ? SPOOLED : size;
    }

    /** Waits until there is room for all of them together: who holds a part and waits for the rest could wait for ever. */
    List<Share> take(List<Long> costs) throws InterruptedException {
        List<Share> shares =
                costs.stream().map(cost -> new Share((int) (cost / UNIT + 1))).toList();
        int sum = shares.stream().mapToInt(share -> share.units).sum();
        if (sum > all) {
            throw new IllegalArgumentException("a batch of " + sum + " KiB is more than the budget of " + all + " KiB");
        }
        permits.acquire(sum);
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
