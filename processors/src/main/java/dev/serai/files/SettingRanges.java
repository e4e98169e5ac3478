package dev.serai.files;

import java.util.Map;

/** Which whole numbers make sense for a setting; 0 to 999,999,999 for those that are not here. */
final class SettingRanges {
    private static final Range ANY = new Range(0, 999_999_999);

    private static final Map<String, Range> RANGES = Map.of(
            "serai.http.port", new Range(0, 65_535),
            "serai.database.pool", new Range(2, 1000),
            "serai.store.group-items", new Range(1, 10_000),
            "serai.queue.window", new Range(1, 10_000),
            "serai.strategy.attempts", new Range(1, 100),
            "serai.capture.workers", new Range(1, 1000),
            "serai.capture.max-intake-backlog", new Range(1, 999_999_999),
            "serai.capture.silent-after", new Range(1, 10_000));

    private SettingRanges() {}

    /** Both ends included. */
    private record Range(int least, int most) {}

    /**
     * Checks a value.
     *
     * @throws IllegalArgumentException when it is no whole number, or none that makes sense
     */
    static void check(String name, String value) {
        Range range = RANGES.getOrDefault(name, ANY);
        boolean fits = value.matches("\\d{1,9}")
                && Integer.parseInt(value) >= range.least()
                && Integer.parseInt(value) <= range.most();
        if (!fits) {
            throw new IllegalArgumentException(
                    "'" + value + "' is not a whole number from " + range.least() + " to " + range.most());
        }
    }
}
