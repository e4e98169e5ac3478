package dev.serai.kind;

import java.util.Locale;

/** What sort of mail it is; the words in JSON are those of {@code try --json}. */
public enum Kind {
    /** Written for somebody to read: by a person, a program or a list. */
    MESSAGE,
    /** An automatic answer, such as an out-of-office note (RFC 3834). */
    AUTO_REPLY,
    /** A mail of ours did not arrive at some recipient (RFC 3464). */
    DELIVERY_FAILURE,
    /** News of a delivery that has not failed: delivered, relayed, delayed (RFC 3464). */
    DELIVERY_REPORT,
    /** What became of a mail at the recipient's: displayed, deleted (RFC 8098). */
    DISPOSITION;

    /** The word in JSON, for instance {@code delivery-failure}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
