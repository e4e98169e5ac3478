package dev.serai.transform.smime;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** Walks through BER (X.690 section 8) from front to back, keeping nothing; lengths may be definite or indefinite. */
final class BerStream extends InputStream {
    private static final int LONG_FORM = 0x80;
    private static final int END_OF_CONTENTS = 0;

    private final PushbackInputStream in;
    private long position;

    BerStream(InputStream in) {
        this.in = new PushbackInputStream(in, 2);
    }

    /** The bytes are no BER, or end too early: the mail's fault. */
    static final class Malformed extends EOFException {
        private static final long serialVersionUID = 1L;

        Malformed(String sentence) {
            super(sentence);
        }
    }

    /**
     * One element.
     *
     * @param tag the first byte: class, whether constructed, number
     * @param end the position behind it; -1 where it ends with two zero bytes
     */
    record Element(int tag, long end) {
        boolean constructed() {
            return (tag & 0x20) != 0;
        }

        boolean indefinite() {
            return end < 0;
        }
    }

    /** Reads the start of the next element. */
    Element next() throws IOException {
        int tag = one();
        int first = one();
        if (first == LONG_FORM) {
            if ((tag & 0x20) == 0) {
                throw new Malformed("a primitive element has no length");
            }
            return new Element(tag, -1);
        }
        long length = first < LONG_FORM ? first : longLength(first & 0x7f);
        return new Element(tag, position + length);
    }

    /** Reads the start of the next element, which must be of this kind. */
    Element next(int tag) throws IOException {
        Element found = next();
        if (found.tag() != tag) {
            throw new Malformed("an element is " + found.tag() + ", not " + tag);
        }
        return found;
    }

    private long longLength(int digits) throws IOException {
        if (digits > 8) {
            throw new Malformed("a length has " + digits + " bytes");
        }
        long length = 0;
        for (int i = 0; i < digits; i++) {
            length = length << 8 | one();
        }
        if (length < 0 || length > Long.MAX_VALUE / 2) {
            throw new Malformed("a length is impossible");
        }
        return length;
    }

    /** Whether a constructed element has more in it; takes its end away when not. */
    boolean more(Element container) throws IOException {
        if (!container.indefinite()) {
            return position < container.end();
        }
        int first = in.read();
        int second = in.read();
        if (second < 0) {
            throw new Malformed("it ends too early");
        }
        if (first == END_OF_CONTENTS && second == END_OF_CONTENTS) {
            position += 2;
            return false;
        }
        in.unread(second);
        in.unread(first);
        return true;
    }

    /** Goes behind an element whose start was read. */
    void skip(Element element) throws IOException {
        if (!element.indefinite()) {
            skipTo(element.end());
            return;
        }
        for (long depth = 1; depth > 0; ) {
            if (!more(element)) {
                depth--;
            } else {
                Element inner = next();
                if (inner.indefinite()) {
                    depth++;
                } else {
                    skipTo(inner.end());
                }
            }
        }
    }

    private void skipTo(long end) throws IOException {
        byte[] piece = new byte[(int) Math.min(8 << 10, Math.max(1, end - position))];
        while (position < end) {
            if (read(piece, 0, (int) Math.min(piece.length, end - position)) < 0) {
                throw new Malformed("it ends too early");
            }
        }
    }

    /** The content of a primitive or definite element, up to so many bytes. */
    byte[] content(Element element, int most) throws IOException {
        long length = element.end() - position;
        if (element.indefinite() || length > most || length < 0) {
            throw new Malformed("an element is longer than " + most + " bytes");
        }
        byte[] bytes = readNBytes((int) length);
        if (bytes.length < length) {
            throw new Malformed("it ends too early");
        }
        return bytes;
    }

    /** The next byte's position, from 0. */
    long position() {
        return position;
    }

    private int one() throws IOException {
        int b = read();
        if (b < 0) {
            throw new Malformed("it ends too early");
        }
        return b;
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        position += b < 0 ? 0 : 1;
        return b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = in.read(into, offset, length);
        position += Math.max(0, count);
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
