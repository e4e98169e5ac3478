package dev.serai.message;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The decoded bytes of a part, read anew at each call: nothing of it need be in memory. */
@FunctionalInterface
public interface Content {

    /**
     * Opens the decoded bytes from the start.
     *
     * @throws IOException when the bytes behind it cannot be read
     */
    InputStream open() throws IOException;

    /** Bytes of {@link #beginning}, at most. */
    int BEGINNING = 16;

    /**
     * The first bytes, by which a format is recognised whatever the part calls itself. Of a part of the mail as it came
     * they are known since it was read, and nothing is opened.
     *
     * @throws IOException when the bytes behind it cannot be read
     */
    default byte[] beginning() throws IOException {
        try (InputStream in = open()) {
            return in.readNBytes(BEGINNING);
        }
    }

    /** All of it at once; for what is known to be small. */
    default byte[] bytes() throws IOException {
        try (InputStream in = open()) {
            return in.readAllBytes();
        }
    }

    /** Content of its own, for parts that a transformer made. The array must not change afterwards. */
    static Content of(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }
}
