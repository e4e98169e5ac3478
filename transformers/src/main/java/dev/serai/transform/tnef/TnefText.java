package dev.serai.transform.tnef;

import dev.serai.mime.TextDecoder;
import dev.serai.text.CodePages;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text out of the bytes of attributes and properties. */
final class TnefText {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private TnefText() {}

    /** Without NUL, with LF at the ends of lines; bytes that do not fit the charset are decoded as what they seem to be. */
    static String of(byte[] bytes, Charset charset) {
        String text = charset.equals(StandardCharsets.UTF_16LE)
                ? new String(bytes, 0, bytes.length & ~1, charset)
                : TextDecoder.decode(withoutEnd(bytes), charset.name());
        return clean(text);
    }

    /** Without NUL and byte order marks, with LF at the ends of lines. */
    static String clean(String text) {
        return text.replace("\u0000", "")
                .replace("\ufeff", "")
                .replace("\r\n", "\n")
                .replace('\r', '\n');
    }

    private static byte[] withoutEnd(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }

    /** The charset of a code page, of Western Windows where it is none. */
    static Charset charset(long codePage) {
        Charset found = CodePages.find(codePage);
        return found == null ? WINDOWS : found;
    }
}
