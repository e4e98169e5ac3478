package dev.serai.screening;

import java.util.LinkedHashMap;
import java.util.Map;

/** Whether an expression holds on a text, with the values that its true branches captured. */
record Outcome(boolean matched, Map<String, String> values) {
    static final Outcome NO = new Outcome(false, Map.of());
    static final Outcome YES = new Outcome(true, Map.of());

    static Outcome of(boolean matched) {
        return matched ? YES : NO;
    }

    /** A match with the values of both; where both captured the same key, this one's stays. */
    Outcome plus(Outcome later) {
        if (later.values.isEmpty()) {
            return this;
        }
        if (values.isEmpty()) {
            return later;
        }
        Map<String, String> merged = new LinkedHashMap<>(values);
        later.values.forEach(merged::putIfAbsent);
        return new Outcome(true, merged);
    }
}
