package dev.serai.mime;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text without ever failing: what the label says if it fits every byte, else UTF-8 if valid, else
 * ISO-2022 if its escapes are there, else the label with some loss, else windows-1252.
 */
public final class TextDecoder {
    /** One bad character in so many is damage; more is a wrong label. */
    private static final int TOLERANCE = 20;

    private TextDecoder() {}

    /** Decodes with a charset's name as the label; null where there is none. */
    public static String decode(byte[] bytes, @Nullable String label) {
        return decode(bytes, label, false, sentence -> {});
    }

    /** The same, and says when the label did not hold; of bytes that were cut off the last character may be half. */
    static String decode(byte[] bytes, @Nullable String label, boolean cut, Warnings warnings) {
        Charset labelled = CharsetNames.find(label);
        if (labelled == null && label != null && !CharsetNames.isAscii(label)) {
            warnings.add("The charset '" + HeaderText.clean(label) + "' is unknown; it was guessed.");
        }
        String text = labelled == null ? null : strict(bytes, labelled, cut);
        if (text == null && labelled != null) {
            warnings.add("The text is not in its charset " + labelled.name() + "; it was guessed.");
        }
        return withoutMark(text != null ? text : guess(bytes, labelled, cut));
    }

    private static String guess(byte[] bytes, @Nullable Charset labelled, boolean cut) {
        Charset escaped = labelled == null ? CharsetNames.byEscapes(bytes) : null;
        String text = escaped == null ? null : strict(bytes, escaped, cut);
        if (text == null) {
            text = strict(bytes, StandardCharsets.UTF_8, cut);
        }
        if (text == null && (escaped = CharsetNames.byEscapes(bytes)) != null) {
            text = tolerant(bytes, escaped);
        }
        if (text == null && labelled != null) {
            text = tolerant(bytes, labelled);
        }
        return text == null ? windows(bytes) : text;
    }

    private static @Nullable String strict(byte[] bytes, Charset charset, boolean cut) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()));
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, !cut);
        return result.isError() || (!cut && decoder.flush(text).isError())
                ? null
                : text.flip().toString();
    }

    private static @Nullable String tolerant(byte[] bytes, Charset charset) {
        String text = new String(bytes, charset);
        long bad = text.chars().filter(c -> c == '\ufffd').count();
        return bad * TOLERANCE <= text.codePoints().filter(c -> c >= 0x80).count() ? text : null;
    }

    /** As in browsers: the five bytes without a character in windows-1252 become control characters. */
    private static String windows(byte[] bytes) {
        char[] text = new String(bytes, CharsetNames.WINDOWS_1252).toCharArray();
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\ufffd') {
                text[i] = (char) (bytes[i] & 0xff);
            }
        }
        return new String(text);
    }

    private static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
}
