package dev.serai.kind;

import org.jspecify.annotations.Nullable;

/**
 * One recipient of the earlier mail.
 *
 * @param address the bare address
 * @param action lower-case: failed, delayed, delivered, relayed, expanded (RFC 3464 section 2.3.3); for a
 *     disposition what was done, such as displayed (RFC 8098 section 3.2.6); for feedback its type, such as abuse (RFC
 *     5965 section 3.1); null where not said
 * @param status the enhanced status code such as 5.1.1 (RFC 3463); null where not said
 * @param diagnostic what the other server said, on one line, at most 500 characters; null where not said
 * @param original the address that the mail was sent to first, where that is another one; null where not said
 */
public record BounceRecipient(
        String address,
        @Nullable String action,
        @Nullable String status,
        @Nullable String diagnostic,
        @Nullable String original) {
    private static final int LONGEST = 500;

    public BounceRecipient {
        diagnostic = diagnostic == null ? null : oneLine(diagnostic);
    }

    /** A recipient that the mail was sent to. */
    public BounceRecipient(
            String address, @Nullable String action, @Nullable String status, @Nullable String diagnostic) {
        this(address, action, status, diagnostic, null);
    }

    /** A recipient of whom no more is known. */
    public BounceRecipient(String address, @Nullable String action, @Nullable String status) {
        this(address, action, status, null);
    }

    private static @Nullable String oneLine(String text) {
        String line = text.substring(0, Math.min(4 * LONGEST, text.length()))
                .replaceAll("\\s+", " ")
                .strip();
        return line.isEmpty() ? null : line.substring(0, Math.min(LONGEST, line.length()));
    }
}
