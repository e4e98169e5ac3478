package dev.serai.transform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What stands under {@code config} of a transformer, read key by key with its type. A value that does not fit is noted
 * and counts as missing; {@link #finish} tells all at once, with the keys that nobody asked for. Not thread-safe.
 */
public final class TransformerConfig {
    private final Map<String, Object> values;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<ConfigProblem> problems = new ArrayList<>();

    private TransformerConfig(Map<String, Object> values) {
        this.values = new LinkedHashMap<>(values);
    }

    /** Values as YAML gives them: texts, numbers, truth values, lists of them. */
    public static TransformerConfig of(Map<String, Object> values) {
        return new TransformerConfig(values);
    }

    /** A text; a number or truth value counts as its text. */
    public Optional<String> text(String key) {
        return parsed(key, "a text", text -> text);
    }

    /** A text, else the default. */
    public String text(String key, String otherwise) {
        return text(key).orElse(otherwise);
    }

    /** A text that must be given; empty where it is not, which is noted. */
    public String required(String key) {
        Optional<String> text = text(key).filter(value -> !value.isEmpty());
        if (text.isEmpty()
                && problems.stream().noneMatch(problem -> problem.key().equals(key))) {
            reject(key, key + " is missing; it must be given");
        }
        return text.orElse("");
    }

    /** A whole number within bounds, both included. */
    public int number(String key, int otherwise, int least, int most) {
        return parsed(key, "a whole number from " + least + " to " + most, Integer::valueOf, least, most, otherwise);
    }

    /** Bytes within bounds, both included: a number, or one with a unit such as {@code 25MB}. */
    public long size(String key, long otherwise, long least, long most) {
        String expected = "a size from " + least + " to " + most + " bytes, such as 25MB";
        return parsed(key, expected, ConfigUnits::size, least, most, otherwise);
    }

    /** A duration within bounds, both included, such as {@code 500ms}, {@code 30s} or {@code 5m}. */
    public Duration duration(String key, Duration otherwise, Duration least, Duration most) {
        String expected =
                "a duration from " + ConfigUnits.text(least) + " to " + ConfigUnits.text(most) + ", such as 30s";
        return parsed(key, expected, ConfigUnits::duration, least, most, otherwise);
    }

    /** true or false. */
    public boolean truth(String key, boolean otherwise) {
        return parsed(key, "true or false", ConfigUnits::truth).orElse(otherwise);
    }

    /** One of an enum's constants, in lower-case kebab. */
    public <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
        Map<String, E> words = new LinkedHashMap<>();
        Arrays.stream(type.getEnumConstants())
                .forEach(one -> words.put(one.name().toLowerCase(Locale.ROOT).replace('_', '-'), one));
        return parsed(key, "one of " + String.join(", ", words.keySet()), text -> ConfigUnits.word(words, text))
                .orElse(otherwise);
    }

    /** Texts: a list, or one text with commas; the default where the key is missing. */
    public List<String> texts(String key, List<String> otherwise) {
        Object value = value(key);
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).map(String::strip).toList();
        }
        return text(key).map(ConfigUnits::split).orElse(otherwise);
    }

    /** All keys as texts, for code that reads them itself; none of them is unknown then. */
    public Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            known.add(key);
            all.put(key, value instanceof List<?> list ? ConfigUnits.join(list) : String.valueOf(value));
        });
        return all;
    }

    /** Notes that a value cannot be used; the message names key, value and what was expected. */
    public void reject(String key, String message) {
        problems.add(new ConfigProblem(key, message));
    }

    /** The keys asked for so far. */
    public Set<String> known() {
        return Set.copyOf(known);
    }

    /**
     * Tells what is wrong.
     *
     * @throws ConfigException when there is anything
     */
    public void finish() {
        List<ConfigProblem> all = new ArrayList<>(problems);
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                all.add(new ConfigProblem(key, "unknown key '" + key + "'" + NearestKey.hint(key, known)));
            }
        }
        if (!all.isEmpty()) {
            throw new ConfigException(all);
        }
    }

    private Object value(String key) {
        known.add(key);
        return values.getOrDefault(key, "");
    }

    private <T extends Comparable<T>> T parsed(
            String key, String expected, Function<String, T> parse, T least, T most, T otherwise) {
        return parsed(key, expected, text -> {
                    T value = parse.apply(text);
                    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
                        throw new IllegalArgumentException("out of bounds");
                    }
                    return value;
                })
                .orElse(otherwise);
    }

    private <T> Optional<T> parsed(String key, String expected, Function<String, T> parse) {
        Object value = value(key);
        if (!values.containsKey(key)) {
            return Optional.empty();
        }
        try {
            if (!(value instanceof List)) {
                return Optional.of(parse.apply(String.valueOf(value).strip()));
            }
        } catch (IllegalArgumentException unfit) {
            // said below, in words that are the same for all types
        }
        reject(key, key + " is '" + value + "'; expected " + expected);
        return Optional.empty();
    }
}
