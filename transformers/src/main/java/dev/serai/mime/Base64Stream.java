package dev.serai.mime;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Decodes base64 (RFC 2045 section 6.8) with everything that mail does to it: foreign characters are left out, missing
 * padding costs no byte, and behind padding it goes on while whole lines of base64 follow, but not into a footer.
 */
public final class Base64Stream extends InputStream {
    private static final byte FOREIGN = -1;
    private static final byte PADDING = -2;
    private static final byte[] VALUES = values();
    private static final int LINE = 256;

    private final InputStream in;
    private final byte[] buffer = new byte[8 << 10];
    private int position;
    private int filled;
    private int group;
    private int inGroup;
    private int waiting;
    private int waitingCount;
    private boolean ended;

    public Base64Stream(InputStream in) {
        this.in = in;
    }

    private static byte[] values() {
        byte[] values = new byte[256];
        Arrays.fill(values, FOREIGN);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            values[alphabet.charAt(i)] = (byte) i;
        }
        values['='] = PADDING;
        return values;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int at = offset;
        int end = offset + length;
        while (at < end) {
            if (waitingCount > 0) {
                into[at++] = (byte) (waiting >> (8 * --waitingCount));
            } else if (ended || !fillGroup()) {
                break;
            } else if (end - at >= 3 && waitingCount == 3) {
                into[at] = (byte) (waiting >> 16);
                into[at + 1] = (byte) (waiting >> 8);
                into[at + 2] = (byte) waiting;
                at += 3;
                waitingCount = 0;
            }
        }
        return at == offset && length > 0 ? -1 : at - offset;
    }

    /** Up to three bytes more; false at the end. */
    private boolean fillGroup() throws IOException {
        while (available(1)) {
            byte value = VALUES[buffer[position++] & 0xff];
            if (value >= 0) {
                group = group << 6 | value;
                if (++inGroup == 4) {
                    emit();
                    return true;
                }
            } else if (value == PADDING && inGroup >= 2) {
                emit();
                ended = !goesOn();
                return true;
            }
        }
        ended = true;
        emit();
        return waitingCount > 0;
    }

    /** Two characters hold one byte, three hold two. */
    private void emit() {
        waitingCount = Math.max(0, inGroup - 1);
        waiting = (group << (6 * (4 - inGroup))) >> (8 * (3 - waitingCount));
        group = 0;
        inGroup = 0;
    }

    /** Whether behind padding comes base64 again, in this line or as the whole next one. */
    private boolean goesOn() throws IOException {
        while (available(1) && (VALUES[buffer[position] & 0xff] == PADDING || buffer[position] <= ' ')) {
            position++;
        }
        available(LINE);
        int end = position;
        while (end < filled && VALUES[buffer[end] & 0xff] >= 0) {
            end++;
        }
        int padded = end;
        while (padded < filled && buffer[padded] == '=') {
            padded++;
        }
        boolean lineEnds = padded == filled || buffer[padded] == '\r' || buffer[padded] == '\n';
        return end > position && lineEnds && (padded - position) % 4 == 0;
    }

    private boolean available(int wanted) throws IOException {
        if (filled - position >= wanted) {
            return true;
        }
        System.arraycopy(buffer, position, buffer, 0, filled - position);
        filled -= position;
        position = 0;
        while (filled < wanted) {
            int count = in.read(buffer, filled, buffer.length - filled);
            if (count < 0) {
                return filled > 0;
            }
            filled += count;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
