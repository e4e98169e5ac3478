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
 * @param config its own options
 * @param place where it stands
 */
public record TransformerDefinition(
        String name,
        String type,
        boolean enabled,
        OnFailure onFailure,
        Duration deadline,
        Map<String, Object> config,
        Place place) {
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
