package dev.serai.capture;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that costs something to read: many ask, one reads it again when it is older than so long. */
public final class Fresh<T> {
    private final long age;
    private final Supplier<T> source;
    private final LongSupplier nanos;
    private @Nullable T value;
    private long readAt;

    /** @param source what it throws goes to who asked, and the next one asks it again */
    public Fresh(Duration age, Supplier<T> source) {
        this(age, source, System::nanoTime);
    }

    Fresh(Duration age, Supplier<T> source, LongSupplier nanos) {
        this.age = age.toNanos();
        this.source = source;
        this.nanos = nanos;
    }

    public synchronized T get() {
        T known = value;
        if (known == null || nanos.getAsLong() - readAt >= age) {
            known = source.get();
            value = known;
            readAt = nanos.getAsLong();
        }
        return known;
    }

    /** The next one who asks reads it again. */
    public synchronized void forget() {
        value = null;
    }
}
