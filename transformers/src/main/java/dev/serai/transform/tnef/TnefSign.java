package dev.serai.transform.tnef;

import dev.serai.message.Content;
import java.io.IOException;
import java.io.InputStream;

/** The four bytes that every winmail.dat begins with (MS-OXTNEF section 2.1.1). */
final class TnefSign {
    private TnefSign() {}

    /** Whether content begins so; only its first bytes are read. */
    static boolean begins(Content content) throws IOException {
        try (InputStream in = content.open()) {
            byte[] start = in.readNBytes(4);
            return start.length == 4 && Little.int32(start, 0) == Tag.SIGNATURE;
        }
    }
}
