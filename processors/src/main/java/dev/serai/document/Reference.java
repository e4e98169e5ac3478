package dev.serai.document;

import org.jspecify.annotations.Nullable;

/**
 * Which interaction is meant; when both are given both must fit.
 *
 * @param id the hub's id, as it was written
 * @param externalId the point's own id, at most 255 characters
 * @param tenant whose it is; null = the point's
 */
public record Reference(
        @Nullable String id,
        @Nullable String externalId,
        @Nullable String tenant) {
    /** No interaction at all. */
    public static final Reference NONE = new Reference(null, null, null);

    /** Whether neither is given. */
    public boolean isEmpty() {
        return id == null && externalId == null;
    }
}
