package dev.serai.transform;

import dev.serai.mime.MimeReader;
import dev.serai.mime.RawSource;

/**
 * What a transformer may use beside the message.
 *
 * @param raw the mail's bytes: as it came, or as the last transformer that rewrote them left them
 * @param reader to read mail that the transformer finds or makes
 * @param direction which way the mail goes
 * @param scratch room for bytes that it makes; they stay until the mail is stored
 * @param debug where it may say what it does, for people who look for a fault
 */
public record TransformContext(RawSource raw, MimeReader reader, Direction direction, Scratch scratch, DebugLog debug) {

    /** For inbound mail, with room in the system's temporary folder and without a debug log. */
    public TransformContext(RawSource raw, MimeReader reader) {
        this(raw, reader, Direction.INBOUND, new Scratch(), DebugLog.NONE);
    }

    /** The same mail with other bytes. */
    TransformContext with(RawSource bytes) {
        return new TransformContext(bytes, reader, direction, scratch, debug);
    }

    TransformContext with(DebugLog log) {
        return new TransformContext(raw, reader, direction, scratch, log);
    }
}
