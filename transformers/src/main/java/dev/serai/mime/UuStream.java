package dev.serai.mime;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** Decodes a uuencoded file from its {@code begin} line to its {@code end}, leaving out lines that are none. */
public final class UuStream extends InputStream {
    /** The line that a file starts with: mode, then name; {@code -base64} for the younger form. */
    public static final Pattern BEGIN = Pattern.compile("begin(-base64)? +([0-7]{3,4})(?: +(.*))?");

    private static final int LOOKED_AT = 16 << 10;

    private final LineScanner lines;
    private final ByteArrayOutputStream decoded = new ByteArrayOutputStream(64);
    private byte[] line = {};
    private int at;
    private boolean begun;
    private boolean base64;
    private boolean ended;

    /** From where its {@code begin} line stands, or above. */
    public UuStream(InputStream in) {
        this.lines = new LineScanner(in);
    }

    /** The decoded file; the bytes as they are where no file begins. */
    static InputStream ifAny(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, LOOKED_AT);
        buffered.mark(LOOKED_AT);
        String head = new String(buffered.readNBytes(LOOKED_AT - 1), StandardCharsets.ISO_8859_1);
        buffered.reset();
        boolean begins = head.lines()
                .anyMatch(text -> BEGIN.matcher(text.stripTrailing()).matches());
        return begins ? new UuStream(buffered) : buffered;
    }

    private boolean hasMore() throws IOException {
        while (at >= line.length && !ended) {
            ended = !lines.next();
            if (!ended) {
                take(lines.text());
            }
        }
        return at < line.length;
    }

    private void take(String text) {
        String trimmed = text.stripTrailing();
        if (!begun) {
            begun = BEGIN.matcher(trimmed).matches();
            base64 = begun && trimmed.startsWith("begin-base64");
        } else if (trimmed.equals(base64 ? "====" : "end")) {
            ended = true;
        } else if (base64) {
            line = base64(trimmed);
            at = 0;
        } else if (UuLine.isOne(text)) {
            decoded.reset();
            UuLine.decode(text, decoded);
            line = decoded.toByteArray();
            at = 0;
        }
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException damaged) {
            return new byte[0];
        }
    }

    @Override
    public int read() throws IOException {
        return hasMore() ? line[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int count = 0;
        while (count < length && hasMore()) {
            int piece = Math.min(length - count, line.length - at);
            System.arraycopy(line, at, into, offset + count, piece);
            at += piece;
            count += piece;
        }
        return count == 0 ? -1 : count;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
