package dev.serai.mime;

import dev.serai.message.Attachment;
import dev.serai.message.MailMessage;
import dev.serai.message.MailMessageBuilder;
import dev.serai.message.MailPart;
import dev.serai.message.PartRole;
import java.io.IOException;

/** The message around a mail that could not be read. */
final class Wrapper {
    private static final String TYPE = "message/rfc822";

    private Wrapper() {}

    static MailMessage of(RawSource source, ReadLimits limits, String reason) throws IOException {
        String digest = RawDigest.of(source);
        MailPart part = new MailPart(TYPE, source.size(), PartRole.ATTACHMENT, digest, source::open);
        return envelope(source, limits, reason)
                .addPart(part)
                .addAttachment(new Attachment(0, "message.eml", TYPE, source.size(), false, null, digest, source::open))
                .build();
    }

    private static MailMessageBuilder envelope(RawSource source, ReadLimits limits, String reason) throws IOException {
        try {
            MailMessageBuilder builder = MailMessage.builder().addWarning(reason);
            EnvelopeReader.read(Splitter.split(source, limits, sentence -> {}).headers, builder, builder::addWarning);
            return builder;
        } catch (RuntimeException | StackOverflowError e) {
            return MailMessage.builder().addWarning(reason);
        }
    }
}
