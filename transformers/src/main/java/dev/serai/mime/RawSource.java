package dev.serai.mime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a mail as they came, wherever they lie; ranges of it are read on demand. Safe for several threads. */
public interface RawSource {

    /** The number of bytes. */
    long size();

    /**
     * Opens a range.
     *
     * @param from the first byte, from 0
     * @param length the number of bytes; what lies behind the end is left out
     * @throws IOException when the bytes cannot be read: never the mail's fault
     */
    InputStream open(long from, long length) throws IOException;

    /** Opens all of it. */
    default InputStream open() throws IOException {
        return open(0, size());
    }

    /** Bytes in memory; the array must not change afterwards. */
    static RawSource of(byte[] bytes) {
        return new MemorySource(bytes);
    }

    /**
     * A file, which must not change while it is read.
     *
     * @throws IOException when there is no such file
     */
    static RawSource of(Path file) throws IOException {
        return new FileSource(file, Files.size(file));
    }
}
