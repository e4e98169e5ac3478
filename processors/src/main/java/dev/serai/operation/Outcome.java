package dev.serai.operation;

import java.util.function.Function;

/**
 * What became of an operation. A refused one has written nothing.
 *
 * @param <T> what a done one yields
 */
public sealed interface Outcome<T> {

    /**
     * It was done.
     *
     * @param replayed true when it had been done before under the same key, and this is that answer
     */
    record Done<T>(T value, boolean replayed) implements Outcome<T> {}

    /** It was not. */
    record Refused<T>(Refusal refusal) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value, false);
    }

    static <T> Outcome<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        if (this instanceof Done<T> done) {
            return new Done<>(change.apply(done.value()), done.replayed());
        }
        return new Refused<>(((Refused<T>) this).refusal());
    }

    /**
     * The value.
     *
     * @throws RefusedException when there is none
     */
    default T orThrow() {
        if (this instanceof Done<T> done) {
            return done.value();
        }
        throw new RefusedException(((Refused<T>) this).refusal());
    }
}
