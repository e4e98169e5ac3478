package dev.serai.transform.tnef;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what was read, and tells an end that comes too early from bytes that cannot be read. */
final class TnefStream extends FilterInputStream {
    private long position;

    TnefStream(InputStream in) {
        super(new BufferedInputStream(in, 1 << 16));
    }

    /** Its bytes end too early or are no TNEF: the mail's fault. */
    static final class Cut extends EOFException {
        private static final long serialVersionUID = 1L;
    }

    /** Where the next byte stands, from 0. */
    long position() {
        return position;
    }

    /** Exactly so many bytes. */
    byte[] take(int count) throws IOException {
        byte[] bytes = readNBytes(count);
        if (bytes.length < count) {
            throw new Cut();
        }
        return bytes;
    }

    /** Two bytes, the low one first. */
    int u16() throws IOException {
        return Little.u16(take(2), 0);
    }

    /** Four bytes, the low one first, without a sign. */
    long u32() throws IOException {
        return Little.u32(take(4), 0);
    }

    /** Goes on to a place. */
    void goTo(long target) throws IOException {
        if (target < position) {
            throw new Cut();
        }
        skip(target - position);
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        position += b < 0 ? 0 : 1;
        return b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        position += Math.max(0, count);
        return count;
    }

    /** Exactly so many bytes. */
    @Override
    public long skip(long count) throws IOException {
        byte[] piece = new byte[(int) Math.min(Math.max(1, count), 8 << 10)];
        for (long left = count; left > 0; ) {
            int read = read(piece, 0, (int) Math.min(piece.length, left));
            if (read < 0) {
                throw new Cut();
            }
            left -= read;
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
