package dev.serai.mime;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text that somebody took for windows-1252 and encoded as UTF-8 once more, as in "GrÃ¼ÃŸe". */
final class DoubleUtf8 {
    /** Characters that must come out of it, and no other may be beside them: then it is certain. */
    private static final int CERTAIN = 3;

    private DoubleUtf8() {}

    /** What it was before; null where that is not certain. */
    static @Nullable String undone(String text) {
        if (text.indexOf('Ã') < 0 && text.indexOf('â') < 0 && text.indexOf('Ð') < 0) {
            return null;
        }
        byte[] bytes = bytes(text);
        if (bytes == null) {
            return null;
        }
        try {
            String once = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return once.chars().filter(c -> c >= 0x80).count() >= CERTAIN ? once : null;
        } catch (CharacterCodingException notTwice) {
            return null;
        }
    }

    private static byte @Nullable [] bytes(String text) {
        CharsetEncoder windows = CharsetNames.WINDOWS_1252.newEncoder();
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x100) {
                out.write(c);
            } else if (windows.canEncode(c)) {
                out.writeBytes(String.valueOf(c).getBytes(CharsetNames.WINDOWS_1252));
            } else {
                return null;
            }
        }
        return out.toByteArray();
    }
}
