package dev.serai.transform;

import java.util.Map;

/**
 * What one transformer did to one mail, as {@code try --json} shows it.
 *
 * @param name what the configuration calls it
 * @param result {@code unchanged}, {@code changed}, {@code rewritten} or {@code failed}
 * @param reason a sentence; empty where it had nothing to do
 */
public record TransformerOutcome(String name, String result, String reason) {

    /** For a timeline: the same as keys with texts. */
    public Map<String, String> told() {
        return Map.of("name", name, "result", result, "reason", reason);
    }
}
