package dev.serai.capture.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** File names that came from outside. */
final class SafeName {
    /** In bytes of UTF-8: with the id before it, or {@code .reason.txt} behind it, it stays within the usual 255. */
    static final int MOST = 180;

    private static final int EXTENSION = 20;

    private SafeName() {}

    /** The name of a file, cut before its extension where it is too long; what this system cannot write becomes {@code _}. */
    static String of(Path file) {
        String name = String.valueOf(file.getFileName());
        return cut(canBeWritten(name, file.getFileSystem()) ? name : name.replaceAll("[^\\x20-\\x7e]", "_"));
    }

    /** For a person's eye: no line breaks, no control characters. */
    static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    /** A name with something before its extension. */
    static String with(String name, String suffix) {
        int stem = stem(name);
        return name.substring(0, stem) + suffix + name.substring(stem);
    }

    private static boolean canBeWritten(String name, FileSystem system) {
        try {
            system.getPath(name);
            return true;
        } catch (InvalidPathException unknown) {
            return false;
        }
    }

    private static String cut(String name) {
        if (bytes(name) <= MOST) {
            return name;
        }
        int stem = stem(name);
        String extension = name.substring(stem);
        StringBuilder kept = new StringBuilder();
        int room = MOST - bytes(extension);
        for (int i = 0; i < stem; i += Character.charCount(name.codePointAt(i))) {
            String character = Character.toString(name.codePointAt(i));
            room -= bytes(character);
            if (room < 0) {
                break;
            }
            kept.append(character);
        }
        return kept + extension;
    }

    /** Where the extension begins. */
    private static int stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && name.length() - dot <= EXTENSION ? dot : name.length();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
