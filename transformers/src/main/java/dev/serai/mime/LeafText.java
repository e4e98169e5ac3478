package dev.serai.mime;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text of a leaf: decoded, without NUL, lines ending with LF. */
final class LeafText {
    private static final int HTML_HEAD = 2048;
    private static final Pattern META = Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?([\\w.:-]+)");

    private LeafText() {}

    static String of(Entity leaf, LeafContent content, CharsetAdvice advice, Warnings warnings) {
        byte[] bytes = content.head();
        if (content.truncated()) {
            warnings.add("A text is longer than " + bytes.length + " bytes; only its start was read.");
        }
        String text = TextDecoder.decode(
                bytes, advice.believed(charset(leaf, bytes)), advice.assumed(), content.truncated(), warnings);
        return text.replace("\u0000", "").replace("\r\n", "\n").replace('\r', '\n');
    }

    private static @Nullable String charset(Entity leaf, byte[] bytes) {
        String label = leaf.type().decoded("charset");
        if (label != null || !leaf.is("text/html")) {
            return label;
        }
        Matcher meta =
                META.matcher(new String(bytes, 0, Math.min(HTML_HEAD, bytes.length), StandardCharsets.ISO_8859_1));
        return meta.find() ? meta.group(1) : null;
    }
}
