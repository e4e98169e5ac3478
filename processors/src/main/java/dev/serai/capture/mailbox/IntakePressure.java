package dev.serai.capture.mailbox;

import dev.serai.capture.Fresh;
import dev.serai.files.QueueDefinition;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * Whether more waits for intake than it should: from the bound on until it has fallen below four fifths of it. Read once a
 * second for all mailboxes, and never further than the bound.
 */
final class IntakePressure {
    private static final Duration KNOWN = Duration.ofSeconds(1);
    private final int bound;
    private final IntUnaryOperator waiting;
    private final Fresh<Boolean> over = new Fresh<>(KNOWN, this::read);
    private boolean before;

    /** @param waiting how many wait, counted up to the number given at most */
    IntakePressure(int bound, IntUnaryOperator waiting) {
        this.bound = bound;
        this.waiting = waiting;
    }

    /** What is too much, in words. */
    Optional<String> sentence() {
        return Boolean.TRUE.equals(over.get()) ? Optional.of(words()) : Optional.empty();
    }

    void check() throws Slowed {
        if (Boolean.TRUE.equals(over.get())) {
            throw new Slowed(words());
        }
    }

    private boolean read() {
        int count = waiting.applyAsInt(bound + 1);
        before = count > bound || (before && count > lower());
        return before;
    }

    private int lower() {
        return (int) (bound * 0.8);
    }

    private String words() {
        return "more than " + bound + " interactions wait in the queue " + QueueDefinition.INTAKE
                + "; it goes on when there are " + lower() + " or fewer";
    }
}
