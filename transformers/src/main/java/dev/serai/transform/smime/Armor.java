package dev.serai.transform.smime;

import dev.serai.mime.Base64Stream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Base64 that some senders put around a .p7m once more, with or without a line above it (RFC 7468). */
final class Armor {
    private static final int LOOKED_AT = 128;

    private Armor() {}

    /** The bytes inside; the same bytes where there is none. */
    static InputStream removed(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 14);
        buffered.mark(LOOKED_AT);
        byte[] head = buffered.readNBytes(LOOKED_AT);
        buffered.reset();
        String start = new String(head, StandardCharsets.ISO_8859_1).stripLeading();
        if (start.startsWith("-----BEGIN ")) {
            line(buffered);
            return new Base64Stream(buffered);
        }
        return start.startsWith("MI") ? new Base64Stream(buffered) : buffered;
    }

    private static void line(InputStream in) throws IOException {
        int b = in.read();
        while (b >= 0 && b != '-') {
            b = in.read();
        }
        while (b >= 0 && b != '\n' && b != '\r') {
            b = in.read();
        }
    }
}
