package dev.serai.store;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A unit that waits for its commit, and whoever wants to know of it. */
final class Waiting<T> {
    private final Unit<T> unit;
    private final long bytes;
    private final long since = System.nanoTime();
    private final CompletableFuture<T> future = new CompletableFuture<>();
    private @Nullable T result;

    Waiting(Unit<T> unit) {
        this.unit = unit;
        this.bytes = unit.bytes();
    }

    Unit<T> unit() {
        return unit;
    }

    long bytes() {
        return bytes;
    }

    CompletableFuture<T> future() {
        return future;
    }

    boolean isOlderThan(Duration age) {
        return System.nanoTime() - since > age.toNanos();
    }

    void apply(Tx tx) {
        result = unit.apply(tx);
    }

    @SuppressWarnings("NullAway") // a unit of Void yields null, and that is its result
    void succeed() {
        future.complete(result);
    }

    void fail(Throwable reason) {
        future.completeExceptionally(reason);
    }
}
