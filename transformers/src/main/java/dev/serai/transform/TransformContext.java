package dev.serai.transform;

import dev.serai.message.MailMessage;
import dev.serai.mime.MimeReader;
import dev.serai.mime.MimeWriter;
import dev.serai.mime.RawSource;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What a transformer may use beside the message.
 *
 * @param raw the mail's bytes: as it came, or as the last transformer that rewrote them left them
 * @param read what those bytes say, before a transformer changed the message; null when nobody changed it
 * @param reader to read mail that the transformer finds or makes
 * @param direction which way the mail goes
 * @param scratch room for bytes that it makes; they stay until the mail is stored
 * @param debug where it may say what it does, for people who look for a fault
 */
public record TransformContext(
        RawSource raw,
        @Nullable MailMessage read,
        MimeReader reader,
        Direction direction,
        Scratch scratch,
        DebugLog debug) {

    /** For one direction, with room in a scratch and without a debug log. */
    public TransformContext(RawSource raw, MimeReader reader, Direction direction, Scratch scratch) {
        this(raw, null, reader, direction, scratch, DebugLog.NONE);
    }

    /** For inbound mail, with room in the system's temporary folder and without a debug log. */
    public TransformContext(RawSource raw, MimeReader reader) {
        this(raw, reader, Direction.INBOUND, new Scratch());
    }

    /**
     * The message as MIME, for those who work on bytes: what came where nobody changed it, else written anew.
     *
     * @throws IOException when bytes cannot be read, or there is no room
     */
    public RawSource mime(MailMessage message) throws IOException {
        MailMessage said = read;
        if (said == null || said.equals(message)) {
            return raw;
        }
        return scratch.write(out -> MimeWriter.write(message, said, raw, out));
    }

    /**
     * A message that was read out of the mail, with the bytes of its parts in the scratch: what they were read from is
     * needed no more.
     *
     * @throws Scratch.Full when there is no room
     * @throws IOException when bytes cannot be read
     */
    public MailMessage kept(MailMessage found) throws IOException {
        return new MadeParts(MailMessage.builder().build(), scratch).settle(found);
    }

    TransformContext with(RawSource bytes, MailMessage says) {
        return new TransformContext(bytes, says, reader, direction, scratch, debug);
    }

    TransformContext with(DebugLog log) {
        return new TransformContext(raw, read, reader, direction, scratch, log);
    }
}
