package dev.serai.files;

import dev.serai.interaction.PointName;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The capture points of one generation, by name and by kind. */
final class Points {
    private final SortedMap<PointName, PointDefinition> all;
    private final Map<Class<?>, SortedMap<PointName, PointDefinition>> byType = new HashMap<>();

    Points(Map<PointName, PointDefinition> all) {
        this.all = new TreeMap<>(all);
        all.forEach((name, point) ->
                byType.computeIfAbsent(point.getClass(), any -> new TreeMap<>()).put(name, point));
    }

    Stream<PointDefinition> all() {
        return all.values().stream();
    }

    Optional<PointDefinition> find(PointName name) {
        return Optional.ofNullable(all.get(name));
    }

    /** @param type a definition's own class */
    @SuppressWarnings("unchecked") // they were put under their class
    <T extends PointDefinition> SortedMap<PointName, T> of(Class<T> type) {
        SortedMap<PointName, PointDefinition> found = byType.getOrDefault(type, Collections.emptySortedMap());
        return (SortedMap<PointName, T>) Collections.unmodifiableSortedMap(found);
    }
}
