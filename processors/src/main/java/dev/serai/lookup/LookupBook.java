package dev.serai.lookup;

import dev.serai.files.Names;
import dev.serai.files.Place;
import dev.serai.files.Problem;
import dev.serai.files.Problems;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The databases and named queries of one generation. */
public final class LookupBook {
    private final SortedMap<String, DatabaseDefinition> databases = new TreeMap<>();
    private final SortedMap<String, NamedQuery> queries = new TreeMap<>();
    private final Problems problems = new Problems();

    private LookupBook() {}

    /** Reads files by path; never throws: what cannot be used is left out and named in {@link #problems()}. */
    public static LookupBook load(Map<String, String> databases, Map<String, String> queries) {
        LookupBook book = new LookupBook();
        DatabaseReader reader = new DatabaseReader(book.problems);
        databases.forEach((path, text) ->
                reader.read(path, text).ifPresent(database -> book.databases.put(database.name(), database)));
        queries.forEach(book::query);
        return book;
    }

    private void query(String path, String text) {
        String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\..*", "");
        if (!Names.isName(name)) {
            problems.error(
                    Place.of(path, 1),
                    "the file name is the query's name, and '" + name
                            + "' is none; expected lower-case letters, digits and single hyphens");
            return;
        }
        try {
            queries.put(name, new QueryParser(path, text).parse(name));
        } catch (QueryParser.Unusable unusable) {
            problems.error(unusable.place(), String.valueOf(unusable.getMessage()));
        }
    }

    /** The databases by name. */
    public SortedMap<String, DatabaseDefinition> databases() {
        return Collections.unmodifiableSortedMap(databases);
    }

    /** The one of a name; without a name the only one there is. */
    public Optional<DatabaseDefinition> database(String name) {
        return name.isEmpty() && databases.size() == 1
                ? databases.values().stream().findFirst()
                : Optional.ofNullable(databases.get(name));
    }

    /** The queries by name. */
    public SortedMap<String, NamedQuery> queries() {
        return Collections.unmodifiableSortedMap(queries);
    }

    /** What is wrong with the files. */
    public List<Problem> problems() {
        return problems.list();
    }
}
