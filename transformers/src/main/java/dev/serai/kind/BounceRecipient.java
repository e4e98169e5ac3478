package dev.serai.kind;

import org.jspecify.annotations.Nullable;

/**
 * One recipient of the earlier mail.
 *
 * @param address the bare address
 * @param action lower-case: failed, delayed, delivered, relayed, expanded (RFC 3464 section 2.3.3); for a
 *     disposition what was done, such as displayed (RFC 8098 section 3.2.6); null where not said
 * @param status the enhanced status code such as 5.1.1 (RFC 3463); null where not said
 */
public record BounceRecipient(
        String address, @Nullable String action, @Nullable String status) {}
