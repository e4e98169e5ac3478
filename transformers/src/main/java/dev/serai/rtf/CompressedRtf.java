package dev.serai.rtf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The compressed form that Outlook keeps rich text in (MS-OXRTFCP). Its checksum is not looked at: what can be read is
 * worth reading. It never fails; of damaged bytes comes what stands before the damage.
 */
public final class CompressedRtf {
    /** Bytes that come out at most. */
    static final int LONGEST = 16 << 20;

    private static final int HEAD = 16;
    private static final int COMPRESSED = 0x75465a4c;
    private static final int UNCOMPRESSED = 0x414c454d;
    private static final int WINDOW = 4096;
    private static final byte[] DICTIONARY =
            ("{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss "
                            + "\\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier"
                            + "{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx")
                    .getBytes(StandardCharsets.US_ASCII);

    private final byte[] in;
    private final byte[] window = new byte[WINDOW];
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int write = DICTIONARY.length;
    private int at = HEAD;

    private CompressedRtf(byte[] in) {
        this.in = in;
        System.arraycopy(DICTIONARY, 0, window, 0, DICTIONARY.length);
    }

    /** The rich text; bytes that are plain rich text come out as they are, at most 16 MiB. */
    public static byte[] inflate(byte[] bytes) {
        if (bytes.length < HEAD) {
            return bytes;
        }
        int kind = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(8);
        return switch (kind) {
            case COMPRESSED -> new CompressedRtf(bytes).run();
            case UNCOMPRESSED -> java.util.Arrays.copyOfRange(bytes, HEAD, bytes.length);
            default -> bytes;
        };
    }

    private byte[] run() {
        boolean more = true;
        while (more && at < in.length && out.size() < LONGEST) {
            int control = in[at++] & 0xff;
            for (int bit = 0; more && bit < 8; bit++) {
                more = (control & (1 << bit)) == 0 ? literal() : reference();
            }
        }
        return out.toByteArray();
    }

    private boolean literal() {
        if (at >= in.length) {
            return false;
        }
        put(in[at++]);
        return true;
    }

    /** 12 bits of where and 4 of how long; one that points to the write position is the end. */
    private boolean reference() {
        if (at + 1 >= in.length) {
            return false;
        }
        int token = ((in[at] & 0xff) << 8) | (in[at + 1] & 0xff);
        at += 2;
        int from = token >> 4;
        if (from == write) {
            return false;
        }
        for (int left = (token & 0xf) + 2; left > 0; left--) {
            put(window[from]);
            from = (from + 1) % WINDOW;
        }
        return true;
    }

    private void put(byte b) {
        out.write(b);
        window[write] = b;
        write = (write + 1) % WINDOW;
    }
}
