package dev.serai.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The named statements of `sql/store/*.sql`; each begins with a line `-- name: the-name`. A file below a folder with
 * the database's name replaces statements of the same name. A name in braces stands for the text that has it: a condition
 * that several statements share.
 */
final class Queries {
    private static final String MARK = "-- name: ";
    private static final Pattern PART = Pattern.compile("\\{([a-z-]+)}");

    private final Map<String, Statement> byName;

    private Queries(Map<String, String> texts) {
        Map<String, Statement> statements = new HashMap<>();
        texts.forEach((name, text) -> statements.put(name, Statement.of(whole(text, texts))));
        this.byName = Map.copyOf(statements);
    }

    /**
     * One statement.
     *
     * @param tables those that it reads or writes
     * @param inserts whether it adds rows
     * @param jdbc as JDBC takes it
     */
    record Statement(String text, Set<String> tables, boolean inserts, Positional jdbc) {
        private static final Pattern TABLE = Pattern.compile("\\b(?:from|join|into|update)\\s+([a-z_]+)");

        static Statement of(String text) {
            Set<String> tables = new HashSet<>();
            Matcher names = TABLE.matcher(text);
            while (names.find()) {
                tables.add(names.group(1));
            }
            return new Statement(text, Set.copyOf(tables), text.startsWith("insert"), Positional.of(text));
        }

        /** Told apart by their texts, which know their hash. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Statement that && text.equals(that.text);
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }

        boolean meets(Statement other) {
            return !Collections.disjoint(tables, other.tables);
        }
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

    Statement named(String name) {
        Statement statement = byName.get(name);
        if (statement == null) {
            throw new IllegalArgumentException("no statement named '" + name + "' in sql/store");
        }
        return statement;
    }

    private static String whole(String text, Map<String, String> texts) {
        return PART.matcher(text)
                .replaceAll(part -> Matcher.quoteReplacement(whole(part(part.group(1), texts), texts)));
    }

    private static String part(String name, Map<String, String> texts) {
        String text = texts.get(name);
        if (text == null) {
            throw new IllegalArgumentException("no part named '" + name + "' in sql/store");
        }
        return text;
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
