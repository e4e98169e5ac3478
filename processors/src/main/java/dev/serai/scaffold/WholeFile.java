package dev.serai.scaffold;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a text file in one move: whoever reads it sees the old one or the new one. */
public final class WholeFile {
    private WholeFile() {}

    /** Writes it, with its folder where that is missing. */
    public static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Path scratch = file.resolveSibling("." + file.getFileName() + ".new");
        Files.writeString(scratch, text, StandardCharsets.UTF_8);
        Files.move(scratch, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
