package dev.serai.message;

import java.util.Locale;

/** What a leaf part is to the reader. */
public enum PartRole {
    /** The body that people read; the HTML where there is no plain text. */
    TEXT,
    /** The body once more in another format. */
    ALTERNATIVE,
    /** Everything else: it is in the attachments too. */
    ATTACHMENT,
    /** A machine-readable report (RFC 3464, RFC 8098) or the headers returned with one. */
    REPORT;

    /** The word in JSON: {@code text}, {@code alternative}, {@code attachment} or {@code report}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
