package dev.serai.files;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings in force. Stronger first: system property {@code -Dserai.x.y}, environment variable {@code SERAI_X_Y},
 * {@code config/application.properties} of the instance, then of the checkout, then the default.
 */
public final class Settings {
    /** A value with where it came from, in words and as the place that an error names. */
    public record Value(SettingKey key, String text, String origin, Place place) {
        static Value fallback(SettingKey key) {
            return new Value(key, key.fallback(), DEFAULT, Place.of(SettingsLoader.FILE));
        }

        /** Whether somebody set it. */
        public boolean isChanged() {
            return !origin.equals(DEFAULT);
        }
    }

    static final String DEFAULT = "default";
    private final Map<String, Value> values;
    private final Map<String, String> others;
    private final List<Problem> problems;

    Settings(Map<String, Value> values, Map<String, String> others, List<Problem> problems) {
        this.values = Map.copyOf(values);
        this.others = Map.copyOf(others);
        this.problems = List.copyOf(problems);
    }

    /** Reads the settings of a home folder; what is wrong is in {@link #problems()} and keeps its default. */
    public static Settings load(Home home) {
        return SettingsLoader.of(home).load();
    }

    /**
     * Settings given in a program, the rest at their defaults.
     *
     * @throws IllegalArgumentException when one is unknown or of the wrong form
     */
    public static Settings of(Map<String, String> given) {
        Map<String, Value> values = new HashMap<>();
        SettingKeys.all().forEach(key -> values.put(key.name(), Value.fallback(key)));
        given.forEach((name, text) -> {
            SettingKey key = SettingKeys.find(name)
                    .orElseThrow(() -> new IllegalArgumentException("unknown setting '" + name + "'"));
            key.check(text);
            values.put(name, new Value(key, text, "given", Place.of("given")));
        });
        return new Settings(values, Map.of(), List.of());
    }

    /** The value with its origin. */
    public Value value(SettingKey key) {
        Value value = values.get(key.name());
        if (value == null) {
            throw new IllegalArgumentException("setting '" + key.name() + "' is not registered");
        }
        return value;
    }

    /** All values, in the order of the reference page. */
    public List<Value> all() {
        return SettingKeys.all().stream().map(this::value).toList();
    }

    /** A text; empty text when unset. */
    public String text(SettingKey key) {
        return value(key).text();
    }

    /** A text, when set. */
    public Optional<String> find(SettingKey key) {
        return Optional.of(text(key)).filter(text -> !text.isEmpty());
    }

    /** A whole number. */
    public int number(SettingKey key) {
        return Integer.parseInt(text(key));
    }

    /** A duration. */
    public Duration duration(SettingKey key) {
        return Units.duration(text(key));
    }

    /** A size in bytes. */
    public long size(SettingKey key) {
        return Units.size(text(key));
    }

    /** A reference to a secret, when set. */
    public Optional<Secret> secret(SettingKey key) {
        return find(key).map(Secret::of);
    }

    /** The keys of {@code application.properties} outside {@code serai.}, such as {@code camel.*}. */
    public Map<String, String> others() {
        return others;
    }

    /** What is wrong with the settings. */
    public List<Problem> problems() {
        return problems;
    }
}
