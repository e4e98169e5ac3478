package dev.serai.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads the live files of a home folder: routes, config and named queries, the instance's before the shipped ones. */
final class FileSetReader {
    private static final List<String> FOLDERS = List.of("routes", "config", "sql/queries");
    /** Read once at start, not live. */
    private static final String SETTINGS = "config/application.properties";

    private FileSetReader() {}

    static FileSet read(Home home) {
        Map<String, byte[]> own = files(home.folder(), path -> true);
        if (home.isCheckout()) {
            return FileSet.of(own);
        }
        Set<String> replaced = new HashSet<>();
        own.keySet().forEach(path -> replaced.add(unit(path)));
        Map<String, byte[]> all = files(home.shipped(), path -> !replaced.contains(unit(path)));
        all.putAll(own);
        return FileSet.of(all);
    }

    /**
     * What is replaced as one: a strategy goes with its test, a response with its HTML; routes go by their id whatever
     * their folder.
     */
    static String unit(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (path.startsWith("routes/")) {
            return "routes/" + name.replaceFirst("\\..*", "");
        }
        if (path.startsWith("config/responses/") && !path.startsWith("config/responses/attachments/")) {
            return path.replaceFirst("\\.(txt|html)$", "");
        }
        return path;
    }

    private static Map<String, byte[]> files(Path root, Predicate<String> wanted) {
        Map<String, byte[]> files = new TreeMap<>();
        for (String folder : FOLDERS) {
            Path top = root.resolve(folder);
            if (Files.isDirectory(top)) {
                read(root, top, wanted, files);
            }
        }
        return files;
    }

    private static void read(Path root, Path top, Predicate<String> wanted, Map<String, byte[]> to) {
        try (Stream<Path> paths = Files.walk(top)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String relative = root.relativize(path).toString().replace('\\', '/');
                if (!isScratch(path) && !relative.equals(SETTINGS) && wanted.test(relative)) {
                    to.put(relative, Files.readAllBytes(path));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + top, e);
        }
    }

    /** What editors leave beside a file while it is edited. */
    private static boolean isScratch(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(".") || name.startsWith("#") || name.endsWith("~") || name.endsWith(".swp");
    }
}
