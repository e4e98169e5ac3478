package dev.serai.store;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.PointName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the hub knows of one position of a mailbox.
 *
 * @param position UIDVALIDITY and UID, or the UIDL; unique in its mailbox
 * @param interactionId what it became; for a repeat, what the first became
 * @param size octets as the server said
 * @param receivedAt when the server says that it received it (INTERNALDATE); null with POP3
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
        @Nullable Instant receivedAt,
        int attempts,
        @Nullable String reason,
        boolean acknowledged) {

    /** What became of a position. */
    public enum Result {
        /** Stored as an interaction. */
        TAKEN,
        /** Taken before: at another position, or in another mailbox where mail counts once. */
        DUPLICATE,
        /** There at first contact, and not wanted. */
        SKIPPED,
        /** Could not be fetched so far; tried again. */
        FAILING,
        /** Given up after the attempts allowed; in quarantine. */
        QUARANTINED,
        /** It failed, and somebody removed it before it could be taken. */
        GONE;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Result of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    public static LedgerEntry skipped(String tenant, PointName point, String position) {
        return new LedgerEntry(
                tenant,
                point,
                position,
                Result.SKIPPED,
                null,
                null,
                null,
                null,
                0,
                null,
                0,
                "there at first contact",
                true);
    }

    /** The same with another result, and the interaction that it became or is to become. */
    public LedgerEntry as(Result newResult, @Nullable InteractionId interaction, @Nullable String words) {
        return new LedgerEntry(
                tenant,
                point,
                position,
                newResult,
                interaction,
                rawDigest,
                contentDigest,
                messageId,
                size,
                receivedAt,
                attempts,
                words,
                acknowledged);
    }

    /** The same mail at another position, after the server numbered anew. */
    public LedgerEntry movedTo(String newPosition) {
        return new LedgerEntry(
                tenant,
                point,
                newPosition,
                result,
                interactionId,
                rawDigest,
                contentDigest,
                messageId,
                size,
                receivedAt,
                attempts,
                reason,
                acknowledged);
    }

    public LedgerEntry attempted(int times) {
        return new LedgerEntry(
                tenant,
                point,
                position,
                result,
                interactionId,
                rawDigest,
                contentDigest,
                messageId,
                size,
                receivedAt,
                times,
                reason,
                acknowledged);
    }

    /** Whether the server still is to do what afterProcessing says, or for a failed one: whether it is asked again. */
    public LedgerEntry acknowledged(boolean done) {
        return new LedgerEntry(
                tenant,
                point,
                position,
                result,
                interactionId,
                rawDigest,
                contentDigest,
                messageId,
                size,
                receivedAt,
                attempts,
                reason,
                done);
    }
}
