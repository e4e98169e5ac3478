package dev.serai.transform.tnef;

import dev.serai.mime.TextDecoder;
import dev.serai.rtf.CompressedRtf;
import dev.serai.rtf.RtfDocument;
import dev.serai.text.CodePages;
import dev.serai.text.HtmlText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of a message in a winmail.dat, whichever of its four forms it is in.
 *
 * @param text readable; empty where there is none
 * @param html null where there is none
 */
record TnefBody(String text, @Nullable String html) {
    private static final int LONGEST = 1 << 20;
    private static final int HTML_HEAD = 2048;
    private static final Pattern META = Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?([\\w.:-]+)");

    /** Texts of more than 1 Mi characters are cut. */
    static TnefBody of(TnefMessage message) {
        String html = html(message);
        String plain = message.text(Tag.BODY);
        plain = plain == null ? message.attribute(Tag.ATT_BODY) : plain;
        byte[] compressed = message.properties.bytes(Tag.RTF);
        if (compressed != null && (html == null || plain == null)) {
            RtfDocument rtf = RtfDocument.read(CompressedRtf.inflate(compressed));
            html = html == null ? blankToNull(rtf.html()) : html;
            plain = plain == null ? blankToNull(rtf.text()) : plain;
        }
        plain = plain == null && html == null ? message.text(Tag.REPORT_TEXT) : plain;
        String page = html == null ? null : clip(html);
        String text = plain != null ? clip(plain) : page == null ? "" : HtmlText.of(page);
        About about = About.of(message).orElse(null);
        return new TnefBody(about == null ? text : about.before(text), page);
    }

    private static @Nullable String html(TnefMessage message) {
        byte[] bytes = message.properties.bytes(Tag.HTML);
        if (bytes == null) {
            return null;
        }
        boolean marked = bytes.length > 1 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe;
        if (marked || message.properties.isUnicode(Tag.HTML)) {
            return blankToNull(TnefText.of(bytes, StandardCharsets.UTF_16LE));
        }
        String label = label(message, bytes);
        return blankToNull(TnefText.clean(TextDecoder.decode(bytes, label)));
    }

    private static String label(TnefMessage message, byte[] bytes) {
        Charset said = CodePages.find(message.properties.number(Tag.INTERNET_CODE_PAGE, 0));
        if (said != null) {
            return said.name();
        }
        Matcher meta =
                META.matcher(new String(bytes, 0, Math.min(HTML_HEAD, bytes.length), StandardCharsets.ISO_8859_1));
        return meta.find() ? meta.group(1) : message.charset.name();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static String clip(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
