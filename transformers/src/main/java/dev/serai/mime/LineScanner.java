package dev.serai.mime;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Walks through bytes line by line with the offset of each; CRLF, LF and CR alone end a line, and so does CR CR LF. */
public final class LineScanner implements Closeable {
    /** What is kept of one line; only header fields of that length suffer. */
    private static final int KEPT = 64 << 10;

    private final InputStream in;
    private final byte[] buffer = new byte[16 << 10];
    private int position;
    private int filled;
    private long bufferOffset;

    private byte[] line = new byte[1024];
    private int length;
    private long start;
    private long end;

    public LineScanner(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; false at the end. */
    public boolean next() throws IOException {
        length = 0;
        boolean more = available();
        start = offset();
        end = start;
        if (!more) {
            return false;
        }
        while (available()) {
            int stop = endOfLine();
            keep(position, stop);
            position = stop;
            end = offset();
            if (stop < filled) {
                skipLineEnd();
                return true;
            }
        }
        return true;
    }

    /** The offset of the line's first byte. */
    public long start() {
        return start;
    }

    /** The offset behind the line's last byte, before its line end. */
    public long end() {
        return end;
    }

    /** The offset of what comes next, behind the line end. */
    public long offset() {
        return bufferOffset + position;
    }

    /** The number of bytes kept of the line. */
    int length() {
        return length;
    }

    /** One kept byte of the line. */
    byte at(int index) {
        return line[index];
    }

    /** The kept line, one char per byte. */
    @SuppressWarnings("deprecation") // the one constructor that maps bytes to chars without a decoder
    public String text() {
        return new String(line, 0, 0, length);
    }

    boolean startsWith(byte[] prefix) {
        return length >= prefix.length && Arrays.equals(line, 0, prefix.length, prefix, 0, prefix.length);
    }

    boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private int endOfLine() {
        int i = position;
        while (i < filled && buffer[i] != '\n' && buffer[i] != '\r') {
            i++;
        }
        return i;
    }

    private void skipLineEnd() throws IOException {
        if (buffer[position++] != '\r' || !available()) {
            return;
        }
        if (buffer[position] == '\n') {
            position++;
        } else if (position + 1 < filled && buffer[position] == '\r' && buffer[position + 1] == '\n') {
            position += 2;
        }
    }

    private void keep(int from, int to) {
        int count = Math.min(to - from, KEPT - length);
        if (length + count > line.length) {
            line = Arrays.copyOf(line, Math.max(length + count, line.length * 2));
        }
        System.arraycopy(buffer, from, line, length, count);
        length += count;
    }

    private boolean available() throws IOException {
        while (position >= filled) {
            bufferOffset += filled;
            position = 0;
            filled = 0;
            int count = in.read(buffer);
            if (count < 0) {
                return false;
            }
            filled = count;
            position = bufferOffset == 0 ? byteOrderMark() : 0;
        }
        return true;
    }

    private int byteOrderMark() {
        boolean marked =
                filled >= 3 && buffer[0] == (byte) 0xef && buffer[1] == (byte) 0xbb && buffer[2] == (byte) 0xbf;
        return marked ? 3 : 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
