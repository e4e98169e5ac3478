package dev.serai.transform;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A transformer in its place of the chain.
 *
 * @param name what the configuration calls it
 * @param transformer what it does
 * @param onFailure what becomes of the mail when it throws or overruns
 * @param deadline how long it may work on one mail
 * @param debug who gets the lines of its debug log; null for nobody
 */
public record TransformerStep(
        String name,
        Transformer transformer,
        FailureAction onFailure,
        Duration deadline,
        @Nullable Consumer<String> debug) {
    /** What a transformer has when the configuration says nothing. */
    public static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(10);

    /** With the default deadline and without a debug log. */
    public TransformerStep(String name, Transformer transformer, FailureAction onFailure) {
        this(name, transformer, onFailure, DEFAULT_DEADLINE, null);
    }

    DebugLog log() {
        return debug == null ? DebugLog.NONE : DebugLog.to(debug);
    }
}
