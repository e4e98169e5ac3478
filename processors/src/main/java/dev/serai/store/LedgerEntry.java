package dev.serai.store;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.PointName;
import org.jspecify.annotations.Nullable;

/**
 * What the hub knows of one position of a mailbox.
 *
 * @param position UIDVALIDITY and UID, or the UIDL; unique in its mailbox
 * @param interactionId what it became; for a repeat, what the first became
 * @param size octets as the server said
 * @param attempts fetches that failed
 * @param acknowledged whether afterProcessing was done on the server, and verified
 */
public record LedgerEntry(
        String tenant,
        PointName point,
        String position,
        Result result,
        @Nullable InteractionId interactionId,
        @Nullable String rawDigest,
        @Nullable String contentDigest,
        @Nullable String messageId,
        long size,
        int attempts,
        @Nullable String reason,
        boolean acknowledged) {

    /** What became of a position. */
    public enum Result {
        /** Stored as an interaction. */
        TAKEN,
        /** The same bytes were taken before at another position. */
        DUPLICATE,
        /** There at first contact, and not wanted. */
        SKIPPED,
        /** Could not be fetched so far; tried again. */
        FAILING,
        /** Given up after the attempts allowed; in quarantine. */
        QUARANTINED;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Result of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    public static LedgerEntry skipped(String tenant, PointName point, String position) {
        return new LedgerEntry(
                tenant, point, position, Result.SKIPPED, null, null, null, null, 0, 0, "there at first contact", true);
    }
}
