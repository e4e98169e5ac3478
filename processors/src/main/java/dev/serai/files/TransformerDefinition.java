package dev.serai.files;

import java.time.Duration;
import java.util.Map;

/**
 * One transformer of a chain.
 *
 * @param name unique within its direction
 * @param type a built-in name, or a class in {@code lib/}
 * @param enabled whether it runs
 * @param onFailure what happens with a mail that it cannot transform
 * @param deadline how long it may take, default 10 s
 * @param debugLog whether what it says goes to the log {@code serai.transformer.<name>}
 * @param config its own options
 * @param places where it stands, and its options
 */
public record TransformerDefinition(
        String name,
        String type,
        boolean enabled,
        OnFailure onFailure,
        Duration deadline,
        boolean debugLog,
        Map<String, Object> config,
        Places places) {
    /** In front of an option's key in {@link #places}. */
    static final String CONFIG = "config.";

    /** Where one of its options stands, else all of them, else the transformer. */
    public Place placeOf(String option) {
        return places.keys().getOrDefault(CONFIG + option, places.of("config"));
    }

    /** Where it stands. */
    public Place place() {
        return places.whole();
    }

    /** What happens with a mail that a transformer cannot transform. */
    public enum OnFailure {
        /** It is tried again later. */
        RETRY,
        /** The mail goes on as it was. */
        BYPASS,
        /** The mail goes on wrapped, with the reason. */
        WRAP,
        /** The mail goes into quarantine. */
        QUARANTINE
    }
}
