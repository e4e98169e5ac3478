package dev.serai.dependency;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that many interactions share did not answer: none of them is to blame. The message is a sentence. */
public final class Unavailable extends Exception {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String reason;
    private final boolean down;
    private final @Nullable Instant lastAnswer;

    Unavailable(String name, String reason, boolean down, @Nullable Instant lastAnswer) {
        super(name + " is away: " + reason);
        this.name = name;
        this.reason = reason;
        this.down = down;
        this.lastAnswer = lastAnswer;
    }

    /** As a test wants it. */
    public static Unavailable mocked(String name) {
        return new Unavailable(name, "says the mock", true, null);
    }

    /** Finds it in what a run threw. */
    public static Optional<Unavailable> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Unavailable found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** Of the dependency. */
    public String name() {
        return name;
    }

    /** Without the name. */
    public String reason() {
        return reason;
    }

    /** True when asking again makes no sense for a while, whoever asks. */
    public boolean isDown() {
        return down;
    }

    /** When the dependency last answered anybody, as far as this process knows. */
    public Optional<Instant> lastAnswer() {
        return Optional.ofNullable(lastAnswer);
    }
}
