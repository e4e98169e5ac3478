package dev.serai.store;

import dev.serai.interaction.CleanText;
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

    /** Names are cleaned as all texts are that go to the database, whose rows bring them back so. */
    private record Key(List<String> scope, String name) {
        static Key of(String name, String... scope) {
            return new Key(List.of(scope), CleanText.of(name));
        }
    }

    /** Reads rows by name within a scope; the first row of a name counts. */
    @FunctionalInterface
    interface Reader<V> {
        List<Map.Entry<String, V>> read(List<String> scope, List<String> names);
    }

    /** @param scope what rows that are read by one statement have in common, such as their tenant */
    void want(String name, String... scope) {
        wanted.computeIfAbsent(List.of(scope), any -> new LinkedHashSet<>()).add(CleanText.of(name));
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
        Optional<V> row = known.get(Key.of(name, scope));
        return row == null ? otherwise.get() : row;
    }

    void forget(String name, String... scope) {
        known.remove(Key.of(name, scope));
    }

    /** Everything is asked anew. */
    void forgetAll() {
        known.clear();
    }

    /** What the transaction itself wrote. */
    void learn(V row, String name, String... scope) {
        known.put(Key.of(name, scope), Optional.of(row));
    }
}
