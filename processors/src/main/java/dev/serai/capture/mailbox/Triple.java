package dev.serai.capture.mailbox;

import dev.serai.capture.mailbox.server.MailHead;
import dev.serai.store.LedgerEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What tells a mail apart before it is fetched, under any numbering. */
record Triple(
        long size, @Nullable Instant receivedAt, @Nullable String messageId) {

    static Triple of(MailHead head) {
        return new Triple(head.size(), head.receivedAt(), head.messageId());
    }

    static Triple of(LedgerEntry entry) {
        return new Triple(entry.size(), entry.receivedAt(), entry.messageId());
    }

    boolean isComplete() {
        return size > 0 && receivedAt != null && messageId != null;
    }

    /** 64 bits; that two mails share them costs a fetch only. */
    long fingerprint() {
        long hash = size;
        String text = receivedAt + "|" + messageId;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
            hash ^= hash >>> 29;
        }
        return hash;
    }
}
