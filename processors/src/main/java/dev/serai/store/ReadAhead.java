package dev.serai.store;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Rows of one kind that the units of a group said they would ask for, read together before the first unit is applied. A
 * key that something in the transaction wrote to is forgotten, and its row read from the database again.
 *
 * @param <V> a row
 */
final class ReadAhead<V> {
    private final Map<List<String>, Set<String>> wanted = new LinkedHashMap<>();
    private final Map<Key, Optional<V>> known = new HashMap<>();

    private record Key(List<String> scope, String name) {}

    /** Reads rows by name within a scope; the first row of a name counts. */
    @FunctionalInterface
    interface Reader<V> {
        List<Map.Entry<String, V>> read(List<String> scope, List<String> names);
    }

    /** @param scope what rows that are read by one statement have in common, such as their tenant */
    void want(String name, String... scope) {
        wanted.computeIfAbsent(List.of(scope), any -> new LinkedHashSet<>()).add(name);
    }

    void read(Reader<V> reader) {
        wanted.forEach((scope, names) -> {
            reader.read(scope, List.copyOf(names))
                    .forEach(row -> known.putIfAbsent(new Key(scope, row.getKey()), Optional.of(row.getValue())));
            names.forEach(name -> known.putIfAbsent(new Key(scope, name), Optional.empty()));
        });
        wanted.clear();
    }

    /** What was read ahead, and otherwise what the database says now. */
    Optional<V> get(Supplier<Optional<V>> otherwise, String name, String... scope) {
        Optional<V> row = known.get(new Key(List.of(scope), name));
        return row == null ? otherwise.get() : row;
    }

    void forget(String name, String... scope) {
        known.remove(new Key(List.of(scope), name));
    }

    /** Everything is asked anew. */
    void forgetAll() {
        known.clear();
    }

    /** What the transaction itself wrote. */
    void learn(V row, String name, String... scope) {
        known.put(new Key(List.of(scope), name), Optional.of(row));
    }
}
