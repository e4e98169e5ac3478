package dev.serai.mime;

import dev.serai.message.MailMessage;
import java.io.IOException;

/**
 * Reads a mail of any quality. There are no bytes that it fails on: at worst the message is a wrapper with the
 * original as its attachment and the reason in its warnings. Safe for several threads.
 */
public final class MimeReader {
    private final ReadLimits limits;
    private final CharsetAdvice advice;

    /** With {@link ReadLimits#DEFAULT}. */
    public MimeReader() {
        this(ReadLimits.DEFAULT);
    }

    public MimeReader(ReadLimits limits) {
        this(limits, CharsetAdvice.NONE);
    }

    private MimeReader(ReadLimits limits, CharsetAdvice advice) {
        this.limits = limits;
        this.advice = advice;
    }

    /** A reader with the same limits that is told about charsets. */
    public MimeReader with(CharsetAdvice told) {
        return new MimeReader(limits, told);
    }

    /** Characters of text, and of HTML, that it reads of a mail at the most. */
    public int longestText() {
        return limits.textBytes();
    }

    /**
     * Reads a mail; its parts stay ranges of the source, decoded when somebody opens them.
     *
     * @throws IOException only when the source cannot give its bytes
     */
    public MailMessage read(RawSource source) throws IOException {
        return read(source, true);
    }

    /**
     * Reads what stands inside a mail and has a header of its own, as signed content has: it need not say who wrote it.
     *
     * @throws IOException only when the source cannot give its bytes
     */
    public MailMessage readPart(RawSource source) throws IOException {
        return read(source, false);
    }

    private MailMessage read(RawSource source, boolean mail) throws IOException {
        try {
            return Assembler.read(source, limits, advice, mail);
        } catch (RuntimeException | StackOverflowError e) {
            return wrap(source, "The mail could not be read (" + e + "); the original is attached.");
        }
    }

    /**
     * A message with the header of a mail and the whole mail as its one attachment.
     *
     * @param reason why it is wrapped, as a sentence: the wrapper's first warning
     * @throws IOException only when the source cannot give its bytes
     */
    public MailMessage wrap(RawSource source, String reason) throws IOException {
        return Wrapper.of(source, limits, reason);
    }
}
