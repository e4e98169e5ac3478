package dev.serai.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The named statements of `sql/store/*.sql`; each begins with a line `-- name: the-name`. A file below a folder with
 * the database's name replaces statements of the same name.
 */
final class Queries {
    private static final String MARK = "-- name: ";

    private final Map<String, String> byName;

    private Queries(Map<String, String> byName) {
        this.byName = Map.copyOf(byName);
    }

    static Queries load(Path sqlFolder, Dialect dialect) {
        Map<String, String> found = new HashMap<>();
        for (Path folder :
                List.of(sqlFolder.resolve("store"), sqlFolder.resolve("store").resolve(dialect.folder()))) {
            filesOf(folder).forEach(file -> split(read(file), found));
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("no statements found in " + sqlFolder.resolve("store")
                    + ": the folder sql/ must lie beside config/ and routes/");
        }
        return new Queries(found);
    }

    String named(String name) {
        String sql = byName.get(name);
        if (sql == null) {
            throw new IllegalArgumentException("no statement named '" + name + "' in sql/store");
        }
        return sql;
    }

    private static List<Path> filesOf(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void split(String text, Map<String, String> into) {
        for (String block : text.split("(?m)^" + MARK)) {
            int lineEnd = block.indexOf('\n');
            if (lineEnd > 0) {
                String name = block.substring(0, lineEnd).strip();
                into.put(name, block.substring(lineEnd + 1).strip());
            }
        }
    }
}
