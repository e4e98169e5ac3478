package dev.serai.access;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Counts for many at once how much of their rate is left, by the virtual clock of the generic cell rate algorithm: one
 * number for each. Of more than {@code most} the one that was quiet for the longest is forgotten.
 */
public final class Limiter {
    private final int most;
    private final LongSupplier nanos;
    /** By name, when all that it took will be paid off. */
    private final Map<String, Long> paidAt = new LinkedHashMap<>(16, 0.75f, true);

    /** @param nanos a clock that only goes forward, in nanoseconds */
    public Limiter(int most, LongSupplier nanos) {
        this.most = most;
        this.nanos = nanos;
    }

    /** Takes one; zero when that was allowed, else how long to wait for the next. */
    public synchronized Duration take(String name, Rate rate) {
        long now = nanos.getAsLong();
        long paid = Math.max(0, paidAt.getOrDefault(name, now) - now);
        long over = paid + rate.nanosEach() - rate.per().toNanos();
        if (over > 0) {
            return Duration.ofNanos(over);
        }
        paidAt.put(name, now + paid + rate.nanosEach());
        forget();
        return Duration.ZERO;
    }

    /** Whether one would be allowed; takes none. */
    public synchronized Duration wait(String name, Rate rate) {
        long now = nanos.getAsLong();
        long paid = Math.max(0, paidAt.getOrDefault(name, now) - now);
        return Duration.ofNanos(Math.max(0, paid + rate.nanosEach() - rate.per().toNanos()));
    }

    private void forget() {
        Iterator<String> quietest = paidAt.keySet().iterator();
        while (paidAt.size() > most && quietest.hasNext()) {
            quietest.next();
            quietest.remove();
        }
    }
}
