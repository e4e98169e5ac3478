package dev.serai.rtf;

import org.jspecify.annotations.Nullable;

/**
 * What a rich text says.
 *
 * @param text readable plain text; empty where it was made of HTML
 * @param html the HTML that it was made of (MS-OXRTFEX); null where it was not
 */
public record RtfDocument(String text, @Nullable String html) {

    /** Reads any bytes; never fails, in time and memory that grow with their number. */
    public static RtfDocument read(byte[] rtf) {
        return new RtfReader(rtf).run();
    }
}
