package dev.serai.threads;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Lets something be done again and again, the less often the longer it takes. For one thread. */
public final class Pace {
    private final int share;
    private final long most;
    private final LongSupplier nanos;
    private long notBefore;
    /** The first time also loads and compiles, which says nothing of later ones. */
    private boolean warm;

    /**
     * @param share so many times as long as it took it is left alone
     * @param most but no longer than this
     */
    public Pace(int share, Duration most) {
        this(share, most, System::nanoTime);
    }

    Pace(int share, Duration most, LongSupplier nanos) {
        this.share = share;
        this.most = most.toNanos();
        this.nanos = nanos;
        this.notBefore = nanos.getAsLong();
    }

    /** Does it, unless it was done so lately that it is to be left alone. */
    public void run(Runnable task) {
        long began = nanos.getAsLong();
        if (began - notBefore < 0) {
            return;
        }
        task.run();
        long ended = nanos.getAsLong();
        notBefore = warm ? ended + Math.min(most, (ended - began) * share) : ended;
        warm = true;
    }
}
