package dev.serai.access.jwt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A set of keys in a file, read when it was written or replaced, and until it is good. */
final class KeyFile implements KeySource {
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Path file;
    private @Nullable Stamp known;

    private record Stamp(FileTime written, long size, String inode) {}

    KeyFile(Path file) {
        this.file = file;
    }

    @Override
    public Optional<KeySet> read() throws IOException {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            Stamp stamp = new Stamp(now.lastModifiedTime(), now.size(), String.valueOf(now.fileKey()));
            if (stamp.equals(known)) {
                return Optional.empty();
            }
            if (now.size() > KeySet.LONGEST) {
                throw new IOException(file + " is larger than 1 MB");
            }
            KeySet keys = KeySet.parse(Files.readString(file));
            known = stamp;
            return Optional.of(keys);
        } catch (NoSuchFileException gone) {
            known = null;
            throw new IOException("there is no file " + file, gone);
        }
    }

    @Override
    public Duration every() {
        return LOOK;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }
}
