package dev.serai.capture.mailbox.server;

import jakarta.mail.Flags;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.eclipse.angus.mail.imap.protocol.FLAGS;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.jspecify.annotations.Nullable;

/** Reads a mail's head from a FETCH line. ENVELOPE is not asked: servers write it wrong for odd mail. */
final class ImapHead {
    /** What must be fetched for it; nothing of it marks a mail as read. */
    static final String ITEMS = "FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)]";

    private ImapHead() {}

    /** Empty when the line is about something else, such as a flag that another client changed. */
    static Optional<MailHead> read(String prefix, FetchResponse line) {
        RFC822SIZE size = line.getItem(RFC822SIZE.class);
        long uid = uid(line);
        if (uid < 0 || size == null) {
            return Optional.empty();
        }
        Flags flags = line.getItem(FLAGS.class);
        return Optional.of(new MailHead(
                prefix + uid,
                size.size,
                receivedAt(line.getItem(INTERNALDATE.class)),
                messageId(line),
                flags != null && flags.contains(Flags.Flag.SEEN)));
    }

    private static @Nullable Instant receivedAt(@Nullable INTERNALDATE date) {
        Date moment = date == null ? null : date.getDate();
        return moment == null ? null : moment.toInstant();
    }

    private static @Nullable String messageId(FetchResponse line) {
        return ImapBody.first(line)
                .flatMap(field -> HeaderFields.of(ImapBody.bytes(field)).messageId())
                .orElse(null);
    }

    /** The UID that a FETCH line is about; -1 when it says none. */
    static long uid(FetchResponse line) {
        UID uid = line.getItem(UID.class);
        return uid == null ? -1 : uid.uid;
    }
}
