package dev.serai.check;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The classes of the jars in an instance's {@code lib/}, for messages. */
final class LibClasses {
    private static final Logger LOG = LoggerFactory.getLogger(LibClasses.class);
    private static final String CLASS = ".class";

    private LibClasses() {}

    /** Their full names, without inner classes. */
    static SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
                .map(Path::of)
                .filter(LibClasses::isOfAnInstance)
                .forEach(jar -> names.addAll(names(jar)));
        return names;
    }

    private static boolean isOfAnInstance(Path jar) {
        Path folder = jar.toAbsolutePath().getParent();
        return jar.toString().endsWith(".jar")
                && folder != null
                && folder.endsWith("lib")
                && Stream.of("config", "routes").anyMatch(name -> Files.isDirectory(folder.resolveSibling(name)));
    }

    private static List<String> names(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(CLASS) && !name.contains("$") && !name.contains("-"))
                    .map(name ->
                            name.substring(0, name.length() - CLASS.length()).replace('/', '.'))
                    .toList();
        } catch (IOException unreadable) {
            LOG.debug("a jar of lib cannot be read jar={}", jar.getFileName());
            return List.of();
        }
    }
}
