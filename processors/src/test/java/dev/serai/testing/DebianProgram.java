package dev.serai.testing;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.StreamSupport;

/** Finds the programs that tests need; one that is absent fails the test with the name of its Debian package. */
final class DebianProgram {
    private DebianProgram() {}

    /** The executable at this path. */
    static String at(String path, String debianPackage) {
        if (!Files.isExecutable(Path.of(path))) {
            throw missing(path, debianPackage);
        }
        return path;
    }

    /** The newest {@code folder/<number>/rest}; other versions on the PATH are not looked at. */
    static String newest(String folder, String rest, String debianPackage) {
        try (DirectoryStream<Path> versions = Files.newDirectoryStream(Path.of(folder), "[0-9]*")) {
            return StreamSupport.stream(versions.spliterator(), false)
                    .filter(version -> Files.isExecutable(version.resolve(rest)))
                    .max(Comparator.comparingDouble(
                            version -> Double.parseDouble(version.getFileName().toString())))
                    .map(version -> version.resolve(rest).toString())
                    .orElseThrow(() -> missing(folder + "/*/" + rest, debianPackage));
        } catch (IOException e) {
            throw missing(folder, debianPackage);
        }
    }

    private static AssertionError missing(String path, String debianPackage) {
        return new AssertionError(path + " is missing; it is in the Debian package " + debianPackage
                + ", which `./serai verify` installs");
    }
}
