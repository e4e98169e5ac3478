package dev.serai.command;

import dev.serai.files.Nearest;
import dev.serai.files.Problem;
import dev.serai.screening.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The rule files that {@code screen --rules} names: one, or all of a folder. */
final class ScreenRules {
    private static final int MOST_BYTES = 32 << 20;

    private ScreenRules() {}

    /**
     * A file or a folder, or the name of a rule file of the instance or the hub, such as `outgoing`.
     *
     * @throws IllegalArgumentException with one line for the user when there is no such file, or no text in it
     */
    static RuleBook read(Path path, Supplier<SortedMap<String, String>> known) throws IOException {
        if (Files.exists(path) || path.getNameCount() > 1 || path.toString().contains(".")) {
            return read(path);
        }
        Map<String, String> texts = known.get();
        String name = path.toString();
        List<String> names = texts.keySet().stream().map(ScreenRules::name).toList();
        return texts.entrySet().stream()
                .filter(file -> name(file.getKey()).equals(name))
                .findFirst()
                .map(file -> RuleBook.load(Map.of(file.getKey(), file.getValue())))
                .orElseThrow(() -> new IllegalArgumentException("there is neither a file '" + name
                        + "' nor config/screening/" + name + ".yaml" + Nearest.hint(name, names)));
    }

    /** A file's name up to the first dot. */
    private static String name(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        return file.substring(0, file.indexOf('.') < 0 ? file.length() : file.indexOf('.'));
    }

    private static RuleBook read(Path path) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : files(path)) {
            texts.put(file.toString(), new TextFile(file).read(MOST_BYTES));
        }
        return RuleBook.load(texts);
    }

    private static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> listed = Files.list(path)) {
            List<Path> files =
                    listed.filter(file -> file.toString().endsWith(".yaml")).toList();
            if (files.isEmpty()) {
                throw new IllegalArgumentException(path + " is a folder without rule files (*.yaml)");
            }
            return files;
        }
    }

    /** The errors on one line; empty when there are none. */
    static String errors(RuleBook book) {
        return String.join(
                "; ",
                book.problems().stream()
                        .filter(Problem::isError)
                        .map(Problem::toString)
                        .toList());
    }
}
