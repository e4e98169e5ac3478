package dev.serai.capture.mailbox.server;

import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/** Counts the mails of the selected folder by what the server says of it unasked (RFC 3501 section 7.3.1, 7.4.1). */
final class ImapNews {
    private int mails;
    private boolean unlisted;

    /** News only when there are more: a server may repeat the number with each answer. */
    void read(Response line) {
        if (!(line instanceof IMAPResponse imap)) {
            return;
        }
        if (imap.keyEquals("EXISTS")) {
            unlisted |= imap.getNumber() > mails;
            mails = imap.getNumber();
        } else if (imap.keyEquals("EXPUNGE")) {
            mails--;
        }
    }

    /** The list that is asked for next has all that was told until now. */
    void listing() {
        unlisted = false;
    }

    /** Whether mails were added that no list has. */
    boolean isUnlisted() {
        return unlisted;
    }
}
