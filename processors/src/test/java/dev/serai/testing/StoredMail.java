package dev.serai.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A mail as it lies in a Maildir. */
public record StoredMail(Path file) {
    /** The unique part of its file name. */
    public String name() {
        return file.getFileName().toString().split(":2,", 2)[0];
    }

    /** Maildir's letters: S seen, R answered, F flagged, T deleted, D draft; empty for new mail. */
    public String flags() {
        String[] parts = file.getFileName().toString().split(":2,", 2);
        return parts.length == 2 ? parts[1] : "";
    }

    /** Whether it carries \Seen. */
    public boolean seen() {
        return flags().contains("S");
    }

    /** Gives it \Seen behind the server's back, as another client would. */
    public void markSeen() {
        mark("S");
    }

    /** Gives it \Deleted behind the server's back, as another client would. */
    public void markDeleted() {
        mark("T");
    }

    private void mark(String flags) {
        try {
            Path cur = file.getParent().resolveSibling("cur");
            Files.move(file, cur.resolve(name() + ":2," + flags));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its bytes. */
    public byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes it a mail that the server lists and cannot give. */
    public void makeUnreadable() {
        try {
            Files.setPosixFilePermissions(file, Set.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes it readable for everybody again. */
    public void makeReadable() {
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes it behind the server's back. */
    public void delete() {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
