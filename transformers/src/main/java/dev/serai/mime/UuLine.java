package dev.serai.mime;

import java.io.ByteArrayOutputStream;

/** One line of a uuencoded file (POSIX, uuencode): its length, then four characters for three bytes. */
public final class UuLine {
    private static final int LONGEST = 61 + 4;

    private UuLine() {}

    /** Whether a line of one char per byte can be one; blanks at its end may be missing, a checksum may be there. */
    public static boolean isOne(String line) {
        if (!isStart(line)) {
            return false;
        }
        int wanted = 1 + encoded(count(line));
        return line.length() <= wanted + 2 && (line.length() >= wanted - 3 || line.length() * 2 > wanted);
    }

    /** Whether a line may be the start of one that was cut off. */
    public static boolean isStart(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) < ' ' || line.charAt(i) > '`') {
                return false;
            }
        }
        return !line.isEmpty() && line.length() <= LONGEST + 2;
    }

    /** Whether a line says that nothing follows. */
    public static boolean isLast(String line) {
        return line.isBlank() || (count(line) == 0 && line.length() <= 2);
    }

    static void decode(String line, ByteArrayOutputStream bytes) {
        int left = count(line);
        for (int at = 1; left > 0; at += 4) {
            int group =
                    value(line, at) << 18 | value(line, at + 1) << 12 | value(line, at + 2) << 6 | value(line, at + 3);
            for (int shift = 16; shift >= 0 && left > 0; shift -= 8, left--) {
                bytes.write(group >> shift);
            }
        }
    }

    private static int count(String line) {
        return line.isEmpty() ? 0 : line.charAt(0) - ' ' & 63;
    }

    private static int encoded(int bytes) {
        return (bytes + 2) / 3 * 4;
    }

    private static int value(String line, int at) {
        return at < line.length() ? line.charAt(at) - ' ' & 63 : 0;
    }
}
