package dev.serai.transform.tnef;

import dev.serai.message.Content;
import java.io.IOException;

/** The four bytes that every winmail.dat begins with (MS-OXTNEF section 2.1.1). */
final class TnefSign {
    static final int LENGTH = 4;

    private TnefSign() {}

    /** Whether bytes begin so. */
    static boolean isOf(byte[] bytes) {
        return bytes.length >= LENGTH && Little.int32(bytes, 0) == Tag.SIGNATURE;
    }

    /** Whether content begins so; at most its first bytes are read. */
    static boolean begins(Content content) throws IOException {
        return isOf(content.beginning());
    }
}
