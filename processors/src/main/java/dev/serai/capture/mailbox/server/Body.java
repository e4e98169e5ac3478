package dev.serai.capture.mailbox.server;

import dev.serai.mime.RawSource;
import dev.serai.store.RawContent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A fetched mail: in memory when small, in a spool file when not. */
public final class Body {
    private static final int HEADER_LIMIT = 1 << 18;
    private final RawContent raw;
    private final RawSource source;
    private final byte[] start;
    private final @Nullable Path file;

    private Body(RawContent raw, RawSource source, byte[] start, @Nullable Path file) {
        this.raw = raw;
        this.source = source;
        this.start = start;
        this.file = file;
    }

    public static Body of(byte[] bytes) {
        return new Body(RawContent.of(bytes), RawSource.of(bytes), bytes, null);
    }

    /** A spooled mail; the file is this body's from now on. */
    public static Body of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new Body(RawContent.of(file), RawSource.of(file), in.readNBytes(HEADER_LIMIT), file);
        }
    }

    public RawContent raw() {
        return raw;
    }

    /** The same bytes for the MIME reader. */
    public RawSource source() {
        return source;
    }

    /** Its header fields. */
    public HeaderFields headers() {
        return HeaderFields.of(start.length > HEADER_LIMIT ? Arrays.copyOf(start, HEADER_LIMIT) : start);
    }

    /** Gives the spool file back. */
    public void discard() {
        if (file != null) {
            Spool.delete(file);
        }
    }
}
