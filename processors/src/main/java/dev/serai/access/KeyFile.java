package dev.serai.access;

import dev.serai.files.PrivateFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A file with one key in it, for its owner's eyes only. Another key is written beside it first and takes its place when
 * it counts, so that no crash leaves half a key, or one that was never in force.
 */
final class KeyFile {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path file;
    private final Path next;

    KeyFile(Path file) {
        this.file = file;
        this.next = file.resolveSibling(file.getFileName() + ".next");
    }

    Path path() {
        return file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** What is in it; empty when that is no key, or there is no such file. */
    Optional<KeyText> key() throws IOException {
        return read(file);
    }

    /** What would take its place. */
    Optional<KeyText> next() throws IOException {
        return read(next);
    }

    /** Writes, durably, what may take its place. */
    void prepare(KeyText text) throws IOException {
        PrivateFolder.make(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        Files.deleteIfExists(next);
        Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        try (FileChannel channel =
                FileChannel.open(next, fresh, posix ? new FileAttribute<?>[] {OWNER_ONLY} : new FileAttribute<?>[0])) {
            ByteBuffer line = ByteBuffer.wrap((text.reveal() + "\n").getBytes(StandardCharsets.US_ASCII));
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        }
        if (posix) {
            try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    void replace() throws IOException {
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void forgetNext() throws IOException {
        Files.deleteIfExists(next);
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Whatever bytes: a file that holds anything else is no reason to fail. */
    private static Optional<KeyText> read(Path path) throws IOException {
        if (Files.notExists(path)) {
            return Optional.empty();
        }
        return KeyText.parse(new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1).strip());
    }
}
