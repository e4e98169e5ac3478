package dev.serai.capture.mailbox.server;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the server says of a mail before its body is fetched.
 *
 * @param position where it lies, as in the ledger
 * @param size octets
 * @param receivedAt INTERNALDATE; null with POP3
 * @param messageId as in the header, in the ledger's form; null when absent or not asked
 * @param seen whether somebody read it; false with POP3
 */
public record MailHead(
        String position,
        long size,
        @Nullable Instant receivedAt,
        @Nullable String messageId,
        boolean seen) {

    /** Of a mail that the server says nothing about. */
    public static MailHead unknown(String position) {
        return new MailHead(position, 0, null, null, false);
    }
}
