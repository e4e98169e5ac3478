package dev.serai.files;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** An immutable set of files: relative path with forward slashes, and content. Two equal sets have the same id. */
public final class FileSet {
    private final SortedMap<String, byte[]> contents;
    private final String id;

    private FileSet(Map<String, byte[]> contents) {
        SortedMap<String, byte[]> copy = new TreeMap<>();
        contents.forEach((path, content) -> copy.put(path, content.clone()));
        this.contents = Collections.unmodifiableSortedMap(copy);
        this.id = hash(copy);
    }

    /** A set of files given by content, as it was stored. */
    public static FileSet of(Map<String, byte[]> contents) {
        return new FileSet(contents);
    }

    /** A set of text files. */
    public static FileSet ofTexts(Map<String, String> texts) {
        Map<String, byte[]> contents = new TreeMap<>();
        texts.forEach((path, text) -> contents.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return new FileSet(contents);
    }

    /** SHA-256 over the sorted paths and contents, 64 hex digits. */
    public String id() {
        return id;
    }

    /** The paths, sorted. */
    public SortedSet<String> paths() {
        return new TreeSet<>(contents.keySet());
    }

    /** The bytes of a file. */
    public Optional<byte[]> bytes(String path) {
        return Optional.ofNullable(contents.get(path)).map(byte[]::clone);
    }

    /** The UTF-8 text of a file without a byte order mark; bytes that are not UTF-8 become U+FFFD. */
    public Optional<String> text(String path) {
        return Optional.ofNullable(contents.get(path))
                .map(content -> new String(content, StandardCharsets.UTF_8))
                .map(text -> text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    /** The texts of the files below a folder with an ending, by path. */
    public SortedMap<String, String> texts(String folder, String ending) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (String path : contents.keySet()) {
            if (path.startsWith(folder) && path.endsWith(ending)) {
                text(path).ifPresent(text -> texts.put(path, text));
            }
        }
        return texts;
    }

    private static String hash(SortedMap<String, byte[]> contents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            contents.forEach((path, content) -> {
                byte[] name = path.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(8)
                        .putInt(name.length)
                        .putInt(content.length)
                        .flip());
                digest.update(name);
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
