package dev.serai.mime;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** UTF-16 with and without its mark, told by where the zero bytes stand. */
final class UnicodeOrder {
    private static final int LOOKED_AT = 400;

    private UnicodeOrder() {}

    /** The charset that bytes are in, given what their label says. */
    static @Nullable Charset of(@Nullable Charset labelled, byte[] bytes) {
        boolean said = labelled != null && labelled.name().startsWith("UTF-16");
        if (bytes.length < 2 || (labelled != null && !said && bytes[0] != 0 && bytes[1] != 0)) {
            return labelled;
        }
        int mark = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        if (mark == 0xfeff || mark == 0xfffe) {
            return StandardCharsets.UTF_16;
        }
        int even = 0;
        int odd = 0;
        int end = Math.min(LOOKED_AT, bytes.length) & ~1;
        for (int i = 0; i < end; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        int pairs = end / 2;
        if (said ? odd * 3 > pairs && odd > even : odd * 10 > pairs * 8 && even * 20 < pairs) {
            return StandardCharsets.UTF_16LE;
        }
        if (said ? even * 3 > pairs : even * 10 > pairs * 8 && odd * 20 < pairs) {
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.UTF_16.equals(labelled) ? StandardCharsets.UTF_16BE : labelled;
    }
}
