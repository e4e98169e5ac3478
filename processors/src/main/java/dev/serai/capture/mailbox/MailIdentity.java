package dev.serai.capture.mailbox;

import dev.serai.capture.mailbox.server.Body;
import dev.serai.message.MailMessage;
import dev.serai.mime.ContentDigest;
import dev.serai.mime.MimeReader;
import java.io.IOException;

/** What tells a mail from others where it counts once in all mailboxes; copies of it have different trace headers. */
final class MailIdentity {
    private MailIdentity() {}

    /**
     * The content digest; that of all bytes when the mail has no Message-ID, for then equal content may well be two mails,
     * or when it cannot be read.
     */
    static String of(Body body) {
        try {
            MailMessage mail = new MimeReader().read(body.source());
            return mail.messageId() == null ? body.raw().sha256() : ContentDigest.of(mail);
        } catch (IOException | RuntimeException unreadable) {
            return body.raw().sha256();
        }
    }
}
