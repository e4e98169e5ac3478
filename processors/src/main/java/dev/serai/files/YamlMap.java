package dev.serai.files;

import java.util.ArrayList;
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

    /** This map with one more key in the map at a path below it; values off the path stay the same objects. */
    YamlMap with(List<String> path, String key, YamlNode value) {
        List<Entry> changed = new ArrayList<>(entries);
        if (path.isEmpty()) {
            changed.add(new Entry(new YamlScalar(Place.of(place.file()), key, YamlScalar.Type.TEXT), value));
            return new YamlMap(place, changed);
        }
        String first = path.get(0);
        YamlMap below = map(first).orElse(new YamlMap(Place.of(place.file()), List.of()));
        YamlMap grown = below.with(path.subList(1, path.size()), key, value);
        YamlScalar name = entry(first)
                .map(Entry::key)
                .orElse(new YamlScalar(Place.of(place.file()), first, YamlScalar.Type.TEXT));
        int index = entries.stream().map(Entry::name).toList().indexOf(first);
        if (index < 0) {
            changed.add(new Entry(name, grown));
        } else {
            changed.set(index, new Entry(name, grown));
        }
        return new YamlMap(place, changed);
    }

    @Override
    public String kind() {
        return "a map";
    }
}
