package dev.serai.transform.tnef;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;

/** Bytes in base64, in lines of 76 characters that end with CRLF (RFC 2045 section 6.8), encoded while they are read. */
final class Base64Lines extends InputStream {
    private static final int PIECE = 57 * 128;
    private static final Base64.Encoder ENCODER = Base64.getMimeEncoder(76, new byte[] {'\r', '\n'});

    private final InputStream in;
    private byte[] encoded = new byte[0];
    private int at;

    Base64Lines(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        return fill() ? encoded[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, encoded.length - at);
        System.arraycopy(encoded, at, into, offset, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        if (at < encoded.length) {
            return true;
        }
        byte[] piece = in.readNBytes(PIECE);
        if (piece.length == 0) {
            return false;
        }
        byte[] lines = ENCODER.encode(piece);
        encoded = java.util.Arrays.copyOf(lines, lines.length + 2);
        encoded[lines.length] = '\r';
        encoded[lines.length + 1] = '\n';
        at = 0;
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
