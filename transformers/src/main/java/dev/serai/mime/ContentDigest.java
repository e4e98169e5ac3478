package dev.serai.mime;

import dev.serai.message.MailAddress;
import dev.serai.message.MailMessage;
import dev.serai.message.MailPart;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * SHA-256 over what the sender wrote: Message-ID, Date, From, Subject and the decoded parts. The trace headers are
 * left out, so the same mail in several mailboxes has the same digest. Take it before any transformer runs.
 */
public final class ContentDigest {
    private ContentDigest() {}

    /** The digest in lower-case hex, 64 characters. */
    public static String of(MailMessage message) {
        MessageDigest digest = RawDigest.sha256();
        add(digest, message.messageId() == null ? "" : message.messageId());
        add(digest, message.header("Date").orElse(""));
        MailAddress from = message.from();
        add(digest, from == null ? "" : from.address());
        add(digest, message.subject());
        for (MailPart part : message.parts()) {
            add(digest, part.contentType());
            add(digest, part.sha256());
        }
        return RawDigest.hex(digest);
    }

    private static void add(MessageDigest digest, String value) {
        digest.update(value.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
