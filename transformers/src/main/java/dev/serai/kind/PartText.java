package dev.serai.kind;

import dev.serai.message.MailPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The head of a part, at most 256 KiB of it: what a report says stands in front. */
final class PartText {
    private static final int LONGEST = 256 << 10;

    private PartText() {}

    static byte[] bytes(MailPart part) {
        try (InputStream in = part.content().open()) {
            return in.readNBytes(LONGEST);
        } catch (IOException e) {
            throw new UncheckedIOException("The part of a report could not be read.", e);
        }
    }

    /** As UTF-8 where it is that, else as Latin-1: the fields of reports are ASCII. */
    static String of(MailPart part) {
        byte[] bytes = bytes(part);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /** The header at the start of a part, without what follows its first empty line. */
    static byte[] header(MailPart part) {
        byte[] bytes = bytes(part);
        for (int i = 1; i < bytes.length; i++) {
            boolean empty = bytes[i] == '\n'
                    && (bytes[i - 1] == '\n' || (i > 1 && bytes[i - 1] == '\r' && bytes[i - 2] == '\n'));
            if (empty && i > 3) {
                return Arrays.copyOf(bytes, i + 1);
            }
        }
        return bytes;
    }
}
