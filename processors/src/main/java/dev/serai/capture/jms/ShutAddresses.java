package dev.serai.capture.jms;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Destinations that did not take an answer: each is left alone for a while, which doubles from 5 seconds to 10 minutes. */
final class ShutAddresses {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MOST = 1_000;

    private final LongSupplier nanos;
    private final Map<String, Shut> shut = new LinkedHashMap<>();

    /** @param nanos as {@link System#nanoTime} */
    ShutAddresses(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private record Shut(long since, Duration pause) {}

    /** For how long it is left alone still; zero when it may be tried. */
    Duration left(String address) {
        Shut known = shut.get(address);
        if (known == null) {
            return Duration.ZERO;
        }
        Duration left = known.pause().minusNanos(nanos.getAsLong() - known.since());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** It took nothing; returns for how long it is left alone now. */
    Duration refused(String address) {
        @Nullable Shut before = shut.remove(address);
        Duration pause = before == null ? FIRST : before.pause().multipliedBy(2);
        pause = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
        shut.put(address, new Shut(nanos.getAsLong(), pause));
        if (shut.size() > MOST) {
            shut.remove(shut.keySet().iterator().next());
        }
        return pause;
    }

    /** It took something. */
    void taken(String address) {
        shut.remove(address);
    }
}
