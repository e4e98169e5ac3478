package dev.serai.point;

import dev.serai.operation.Code;
import dev.serai.operation.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How much of interactions one document is told: what a small document asks for would fill the memory otherwise. An
 * operation whose transaction is tried again counts once. Used by one thread at a time.
 */
final class Infos {
    /** Characters of all that one document is told. */
    static final long MOST = 10L << 20;
    /** Characters of all that is told of one interaction. */
    static final int MOST_OF_ONE = 500_000;

    private final Map<Integer, Integer> sizes = new HashMap<>();
    private long all;

    /**
     * Counts an answer, unless it is too much.
     *
     * @param number of its operation
     * @param size in characters
     * @return why it is not given
     */
    Optional<Refusal> take(int number, int size) {
        long others = all - sizes.getOrDefault(number, 0);
        if (size > MOST_OF_ONE) {
            return tooLarge(
                    "the interaction's properties have " + size + " characters; expected at most " + MOST_OF_ONE);
        }
        if (others + size > MOST) {
            return tooLarge("what this document asks for has more than " + MOST
                    + " characters; ask for the rest in another document");
        }
        sizes.put(number, size);
        all = others + size;
        return Optional.empty();
    }

    private static Optional<Refusal> tooLarge(String detail) {
        return Optional.of(Refusal.of(Code.TOO_LARGE, detail));
    }
}
