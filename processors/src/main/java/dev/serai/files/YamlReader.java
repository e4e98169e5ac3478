package dev.serai.files;

import dev.serai.interaction.TenantName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the keys of a map with their types. A value that does not fit is noted and counts as missing; after all keys
 * were asked for, {@link #rejectUnknown()} notes those that nobody knows. Not thread-safe.
 */
public final class YamlReader {
    private final YamlMap map;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();

    /** Reads a map, noting what is wrong. */
    public YamlReader(YamlMap map, Problems problems) {
        this.map = map;
        this.problems = problems;
    }

    /** Where a key stands, or the map when it is missing. */
    public Place placeOf(String key) {
        return map.placeOf(key);
    }

    /** Where the keys stand; a key stands for the whole. */
    Places places(String whole) {
        return Places.of(placeOf(whole), map);
    }

    /** Notes an error at a key. */
    public void error(String key, String reason) {
        problems.error(placeOf(key), reason);
    }

    /** Whether a key is given, with or without a usable value. */
    public boolean has(String key) {
        known.add(key);
        return map.get(key).isPresent();
    }

    /** The value under a key, of any kind. */
    public Optional<YamlNode> node(String key) {
        known.add(key);
        return map.get(key).filter(node -> !(node instanceof YamlScalar scalar && scalar.isNull()));
    }

    /** A text, stripped; a number or truth value counts as its text. */
    public Optional<String> text(String key) {
        return node(key).flatMap(node -> scalar(key, node, "a text")).map(String::strip);
    }

    /** A text that must be given; without one an error is noted and the result is empty text. */
    public String required(String key) {
        Optional<String> text = text(key).filter(value -> !value.isEmpty());
        if (text.isEmpty()) {
            problems.error(placeOf(key), "'" + key + "' is missing; it must be given");
        }
        return text.orElse("");
    }

    /** A map under a key. */
    public Optional<YamlMap> map(String key) {
        return node(key).flatMap(node -> expect(key, node, YamlMap.class, "keys with values"));
    }

    /** A reader of the map under a key. */
    public Optional<YamlReader> reader(String key) {
        return map(key).map(found -> new YamlReader(found, problems));
    }

    /** The items of the list under a key; empty when it is missing. */
    public List<YamlNode> list(String key) {
        return node(key)
                .flatMap(node -> expect(key, node, YamlList.class, "a list"))
                .map(YamlList::items)
                .orElse(List.of());
    }

    /** Texts: a YAML list, or one text with commas. */
    public List<String> texts(String key) {
        Optional<YamlNode> node = node(key);
        if (node.isPresent() && node.get() instanceof YamlList items) {
            List<String> texts = new ArrayList<>();
            items.items().forEach(item -> scalar(key, item, "a list of texts").ifPresent(texts::add));
            return texts;
        }
        return text(key).map(YamlReader::split).orElse(List.of());
    }

    /** A map of texts under a key, in the order of the file. */
    public Map<String, String> textMap(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        map(key).ifPresent(found -> found.entries()
                .forEach(entry -> scalar(entry.name(), entry.value(), "a text")
                        .ifPresent(text -> texts.put(entry.name(), text))));
        return texts;
    }

    /** true or false, else the default. */
    public boolean truth(String key, boolean otherwise) {
        return parsed(key, text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException("'" + text + "' is neither true nor false");
                })
                .orElse(otherwise);
    }

    /** A whole number within bounds, both included. */
    public Optional<Integer> number(String key, int least, int most) {
        return parsed(key, text -> {
            try {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // said below
            }
            throw new IllegalArgumentException("'" + text + "' is not a whole number from " + least + " to " + most);
        });
    }

    /** A duration such as {@code 30s}. */
    public Optional<Duration> duration(String key) {
        return parsed(key, Units::duration);
    }

    /** A size in bytes, written such as {@code 25MB}. */
    public Optional<Long> size(String key) {
        return parsed(key, Units::size);
    }

    /** A reference to a secret. */
    public Optional<Secret> secret(String key) {
        return parsed(key, Secret::of);
    }

    /** One of an enum's constants, written in lower-case kebab. */
    public <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
        return parsed(key, text -> Choices.of(type, text));
    }

    /** A name in lower-case kebab. */
    public Optional<String> name(String key) {
        return parsed(key, Names::check);
    }

    /** The name of a tenant. */
    public Optional<TenantName> tenant(String key) {
        return parsed(key, TenantName::of);
    }

    /** A value that a function makes of the text; its IllegalArgumentException becomes the problem. */
    public <T> Optional<T> parsed(String key, Function<String, T> parse) {
        Optional<String> text = text(key);
        try {
            return text.map(parse);
        } catch (IllegalArgumentException e) {
            problems.error(placeOf(key), "'" + key + "': " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Notes every key that was never asked for, with the nearest that was. */
    public void rejectUnknown() {
        for (YamlMap.Entry entry : map.entries()) {
            if (!known.contains(entry.name())) {
                problems.error(
                        entry.key().place(), "unknown key '" + entry.name() + "'" + Nearest.hint(entry.name(), known));
            }
        }
    }

    /** The keys asked for so far. */
    Set<String> known() {
        return Set.copyOf(known);
    }

    private Optional<String> scalar(String key, YamlNode node, String expected) {
        return expect(key, node, YamlScalar.class, expected).map(YamlScalar::text);
    }

    private <N extends YamlNode> Optional<N> expect(String key, YamlNode node, Class<N> type, String expected) {
        if (type.isInstance(node)) {
            return Optional.of(type.cast(node));
        }
        problems.error(node.place(), "'" + key + "' must be " + expected + ", found " + node.kind());
        return Optional.empty();
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
