package dev.serai.files;

import java.util.HashMap;
import java.util.Map;

/**
 * Where a definition stands, and where each of its keys does.
 *
 * @param whole the definition itself
 * @param keys the places of the keys that are given
 */
public record Places(Place whole, Map<String, Place> keys) {
    /** Keeps a copy. */
    public Places {
        keys = Map.copyOf(keys);
    }

    /** The places of a map's keys. */
    static Places of(Place whole, YamlMap map) {
        Map<String, Place> keys = new HashMap<>();
        map.entries().forEach(entry -> keys.put(entry.name(), entry.key().place()));
        return new Places(whole, keys);
    }

    /** Where a key stands, or the definition when it is not given. */
    public Place of(String key) {
        return keys.getOrDefault(key, whole);
    }
}
