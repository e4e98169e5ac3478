package dev.serai.files;

import java.util.List;
import java.util.Optional;

/** Keys with values, in the order of the file. */
public record YamlMap(Place place, List<Entry> entries) implements YamlNode {
    /** One key with its value. */
    public record Entry(YamlScalar key, YamlNode value) {
        /** The key's text. */
        public String name() {
            return key.text();
        }
    }

    /** Keeps a copy. */
    public YamlMap {
        entries = List.copyOf(entries);
    }

    /** The value under a key. */
    public Optional<YamlNode> get(String key) {
        return entry(key).map(Entry::value);
    }

    /** The entry of a key. */
    public Optional<Entry> entry(String key) {
        return entries.stream().filter(entry -> entry.name().equals(key)).findFirst();
    }

    /** The map under a key, when it is one. */
    public Optional<YamlMap> map(String key) {
        return get(key).filter(YamlMap.class::isInstance).map(YamlMap.class::cast);
    }

    /** The list under a key, when it is one. */
    public Optional<YamlList> list(String key) {
        return get(key).filter(YamlList.class::isInstance).map(YamlList.class::cast);
    }

    /** The text of the single value under a key, when there is one. */
    public Optional<String> text(String key) {
        return get(key).filter(YamlScalar.class::isInstance)
                .map(YamlScalar.class::cast)
                .filter(scalar -> !scalar.isNull())
                .map(YamlScalar::text);
    }

    /** Where a key stands, or the map itself when the key is missing. */
    public Place placeOf(String key) {
        return entry(key).map(entry -> entry.key().place()).orElse(place);
    }

    @Override
    public String kind() {
        return "a map";
    }
}
