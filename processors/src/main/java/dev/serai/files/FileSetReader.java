package dev.serai.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads the live files of a home folder: routes, config, named queries and the points' statements, the instance's before the shipped ones. */
final class FileSetReader {
    private static final List<String> FOLDERS = List.of("routes", "config", "sql/queries", "sql/points");
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
     * What is replaced as one: a strategy goes with its test, a response, layout or signature with its HTML; routes go by their id whatever
     * their folder.
     */
    static String unit(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (path.startsWith("routes/")) {
            return "routes/" + name.replaceFirst("\\..*", "");
        }
        boolean response = path.startsWith("config/responses/") && !path.startsWith("config/responses/attachments/");
        if (response || path.startsWith("config/layouts/") || path.startsWith("config/signatures/")) {
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
        for (Path path : paths(root, top)) {
            String relative = relative(root, path);
            if (!relative.equals(SETTINGS) && wanted.test(relative)) {
                to.put(relative, bytes(path));
            }
        }
    }

    private static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /** The files below a folder, links followed: a mounted configuration is made of them. */
    private static List<Path> paths(Path root, Path top) {
        try (Stream<Path> paths = Files.walk(top, FileVisitOption.FOLLOW_LINKS)) {
            return paths.filter(path -> !isScratch(relative(root, path)))
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + top, e);
        }
    }

    private static String relative(Path root, Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }

    /** All files that count, the settings among them: path, and what changes when they are written. */
    static Map<Path, Object> stamps(Home home) {
        Map<Path, Object> stamps = new TreeMap<>();
        for (Path root : new TreeSet<>(List.of(home.folder(), home.shipped()))) {
            for (String folder : FOLDERS) {
                Path top = root.resolve(folder);
                if (Files.isDirectory(top)) {
                    paths(root, top).forEach(path -> stamps.put(path, stamp(path)));
                }
            }
        }
        return stamps;
    }

    private static Object stamp(Path path) {
        try {
            BasicFileAttributes facts = Files.readAttributes(path, BasicFileAttributes.class);
            return List.of(facts.lastModifiedTime(), facts.size(), String.valueOf(facts.fileKey()));
        } catch (IOException gone) {
            throw new UncheckedIOException("cannot read " + path, gone);
        }
    }

    /** What editors leave beside a file while it is edited, and hidden folders, where mounts keep their versions. */
    private static boolean isScratch(String relative) {
        String name = relative.substring(relative.lastIndexOf('/') + 1);
        return relative.startsWith(".")
                || relative.contains("/.")
                || name.startsWith("#")
                || name.endsWith("~")
                || name.endsWith(".swp");
    }
}
