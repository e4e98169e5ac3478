package dev.serai.samples;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A project of the folder `samples`, copied and built as its reader does, but for Maven. */
public final class SampleProject {
    private static final Path SAMPLES = Path.of(System.getProperty("serai.home"), "samples");

    private final Path folder;

    private SampleProject(Path folder) {
        this.folder = folder;
    }

    /** Copies it. */
    public static SampleProject copyTo(String sample, Path folder) throws IOException {
        Path source = SAMPLES.resolve(sample);
        for (Path file : files(source)) {
            Path target = folder.resolve(source.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
        return new SampleProject(folder);
    }

    /** A file of the copy. */
    public Path file(String path) {
        return folder.resolve(path);
    }

    /** Compiles sources into a folder, against what this test has. */
    public Path compile(String sources, Path classes) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "-d",
                classes.toString(),
                "-cp",
                folder.resolve("classes") + ":" + System.getProperty("java.class.path")));
        files(folder.resolve(sources + "/java")).forEach(file -> arguments.add(file.toString()));
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, OutputStream.nullOutputStream(), null, arguments.toArray(String[]::new));
        if (failed != 0) {
            throw new AssertionError("the sample does not compile");
        }
        return classes;
    }

    /** Builds the jar. */
    public Path jar(Path jar) throws IOException {
        Path classes = compile("src/main", Files.createDirectories(folder.resolve("classes")));
        Files.createDirectories(jar.getParent());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            put(classes, out);
            if (Files.isDirectory(folder.resolve("src/main/resources"))) {
                put(folder.resolve("src/main/resources"), out);
            }
        }
        return jar;
    }

    private static void put(Path root, JarOutputStream out) throws IOException {
        for (Path file : files(root)) {
            out.putNextEntry(new JarEntry(root.relativize(file).toString()));
            Files.copy(file, out);
            out.closeEntry();
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(root.resolve("target")))
                    .toList();
        }
    }
}
