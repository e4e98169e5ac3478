package dev.serai.transform.smime;

import dev.serai.message.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Tells a MIME entity from a bare file by its first bytes. */
final class EntityHead {
    private static final int LOOKED_AT = 4 << 10;
    private static final Pattern MIME = Pattern.compile(
            "\\A\\s{0,8}(?:[!-9;-~]{1,70}:[^\\r\\n]*(?:\\r?\\n[ \\t][^\\r\\n]*)*+\\r?\\n){0,100}?"
                    + "(?:content-type|content-transfer-encoding|mime-version)\\s*:",
            Pattern.CASE_INSENSITIVE);

    private EntityHead() {}

    /** @param named whether it has a file name of its own, so that text without a header is a file, not a mail */
    static boolean isMime(Content content, boolean named) throws IOException {
        byte[] head;
        try (InputStream in = content.open()) {
            head = in.readNBytes(LOOKED_AT);
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return MIME.matcher(text).find() || (!named && text.indexOf(0) < 0);
    }
}
