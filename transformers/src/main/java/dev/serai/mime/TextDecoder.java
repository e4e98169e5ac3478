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
 * ISO-2022 if its escapes are there, else what is assumed, else the label with some loss, else a guess.
 */
public final class TextDecoder {
    /** One bad character in so many is damage; more is a wrong label. */
    private static final int TOLERANCE = 20;

    private final byte[] bytes;
    private final boolean cut;
    private final Warnings warnings;
    private final boolean eightBit;

    private TextDecoder(byte[] bytes, boolean cut, Warnings warnings) {
        this.bytes = bytes;
        this.cut = cut;
        this.warnings = warnings;
        this.eightBit = hasHighBytes(bytes);
    }

    /** Decodes with a charset's name as the label; null where there is none. */
    public static String decode(byte[] bytes, @Nullable String label) {
        return decode(bytes, label, null, false, sentence -> {});
    }

    /**
     * The same, and says when the label did not hold.
     *
     * @param assumed what it is if nothing else fits; null leaves it to guessing
     * @param cut whether the bytes were cut off, so that the last character may be half
     */
    static String decode(
            byte[] bytes, @Nullable String label, @Nullable Charset assumed, boolean cut, Warnings warnings) {
        String text = new TextDecoder(bytes, cut, warnings).run(label, assumed);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private String run(@Nullable String label, @Nullable Charset assumed) {
        String seven = label == null ? null : sevenBit(label);
        if (seven != null) {
            return seven;
        }
        Charset labelled = UnicodeOrder.of(CharsetNames.find(label), bytes);
        if (labelled == null && label != null && !CharsetNames.isKnown(label)) {
            warnings.add("The charset '" + HeaderText.clean(label) + "' is unknown; it was guessed.");
        }
        String text = labelled == null ? null : strict(labelled);
        if (text != null && labelled != null) {
            String truth = truth(text, labelled);
            return truth == null ? text : truth;
        }
        if (labelled != null) {
            warnings.add("The text is not in its charset " + labelled.name() + "; it was guessed.");
        }
        return guess(labelled, assumed);
    }

    /** Charsets that the platform does not know. */
    private @Nullable String sevenBit(String label) {
        if (eightBit) {
            return null;
        }
        return CharsetNames.isUtf7(label) ? Utf7.decode(bytes) : CharsetNames.isHz(label) ? Hz.decode(bytes) : null;
    }

    /** What the bytes are in truth though the label fits; null where it is right. */
    private @Nullable String truth(String text, Charset labelled) {
        if (!eightBit) {
            Charset escaped = text.indexOf('\u001b') < 0 ? null : CharsetNames.byEscapes(bytes);
            return escaped == null ? null : strict(escaped);
        }
        if (CharsetNames.isSingleByte(labelled)) {
            String utf8 = strict(StandardCharsets.UTF_8);
            int least = labelled.equals(CharsetNames.WINDOWS_1252) ? 1 : 2;
            if (utf8 != null && text.length() - utf8.length() >= least) {
                warnings.add("The text is UTF-8, not " + labelled.name() + " as it says.");
                return utf8;
            }
        }
        return labelled.equals(StandardCharsets.UTF_8) ? twice(text) : null;
    }

    private @Nullable String twice(String text) {
        String once = DoubleUtf8.undone(text);
        if (once != null) {
            warnings.add("The text was encoded as UTF-8 twice; it was decoded twice.");
        }
        return once;
    }

    private String guess(@Nullable Charset labelled, @Nullable Charset assumed) {
        Charset escaped = labelled == null ? CharsetNames.byEscapes(bytes) : null;
        String text = escaped == null ? null : strict(escaped);
        if (text == null) {
            text = strict(StandardCharsets.UTF_8);
        }
        if (text == null && (escaped = CharsetNames.byEscapes(bytes)) != null) {
            text = tolerant(escaped);
        }
        if (text == null && assumed != null) {
            text = strict(assumed);
        }
        if (text == null && labelled != null) {
            text = tolerant(labelled);
        }
        return text == null ? last() : text;
    }

    private String last() {
        String damaged = tolerant(StandardCharsets.UTF_8);
        if (damaged != null) {
            return damaged;
        }
        Charset likely = ByteGuess.of(bytes);
        String text = likely == null ? null : tolerant(likely);
        return text == null ? windows(bytes) : text;
    }

    private @Nullable String strict(Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()));
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, !cut);
        return result.isError() || (!cut && decoder.flush(text).isError())
                ? null
                : text.flip().toString();
    }

    private @Nullable String tolerant(Charset charset) {
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

    private static boolean hasHighBytes(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return true;
            }
        }
        return false;
    }
}
