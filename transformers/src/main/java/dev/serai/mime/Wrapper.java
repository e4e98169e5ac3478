package dev.serai.mime;

import dev.serai.message.Attachment;
import dev.serai.message.MailMessage;
import dev.serai.message.MailMessageBuilder;
import dev.serai.message.MailPart;
import dev.serai.message.PartRole;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The message around a mail that could not be read. */
final class Wrapper {
    private static final String TYPE = "message/rfc822";
    private static final String TNEF = "application/ms-tnef";
    private static final byte[] SIGNATURE = {0x78, (byte) 0x9f, 0x3e, 0x22};

    private Wrapper() {}

    static MailMessage of(RawSource source, ReadLimits limits, String reason) throws IOException {
        String digest = RawDigest.of(source);
        MailPart part = new MailPart(TYPE, source.size(), PartRole.ATTACHMENT, digest, source::open);
        return envelope(source, limits, reason)
                .addPart(part)
                .addAttachment(new Attachment(0, "message.eml", TYPE, source.size(), false, null, digest, source::open))
                .build();
    }

    /** Around a winmail.dat that came without a mail (MS-OXTNEF): it has no header that could be read. */
    static MailMessage ofTnef(RawSource source) throws IOException {
        String digest = RawDigest.of(source);
        MailPart part = new MailPart(TNEF, source.size(), PartRole.ATTACHMENT, digest, source::open);
        return MailMessage.builder()
                .addWarning("This is no mail: it is a winmail.dat without one around it.")
                .addPart(part)
                .addAttachment(new Attachment(0, "winmail.dat", TNEF, source.size(), false, null, digest, source::open))
                .build();
    }

    /** Whether bytes begin as a winmail.dat does (MS-OXTNEF section 2.1.1). */
    static boolean isTnef(RawSource source) throws IOException {
        try (InputStream in = source.open(0, SIGNATURE.length)) {
            return Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE);
        }
    }

    private static MailMessageBuilder envelope(RawSource source, ReadLimits limits, String reason) throws IOException {
        try {
            MailMessageBuilder builder = MailMessage.builder().addWarning(reason);
            EnvelopeReader.read(
                    Splitter.split(source, limits, sentence -> {}).headers, builder, builder::addWarning, null);
            return builder;
        } catch (RuntimeException | StackOverflowError e) {
            return MailMessage.builder().addWarning(reason);
        }
    }
}
