package dev.serai.store;

import dev.serai.interaction.AccountName;
import dev.serai.interaction.InteractionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Mail of one account that has not left, in one state and for one reason.
 *
 * @param cause the kind of fault of the latest try; null where none was made or it had none
 * @param step of the conversation where it happened
 * @param since when the first of them came to be so
 * @param latest when the newest of them did
 * @param oldest when the oldest of them was handed over
 * @param nextAt when the first of them is due again
 * @param words what the server said last, or what happened
 * @param example the newest of them
 * @param retriable false for mail of which nobody knows whether it left and that was stopped or moved elsewhere meanwhile
 */
public record DispatchGroup(
        AccountName account,
        DispatchRow.State state,
        @Nullable String cause,
        @Nullable String step,
        long count,
        Instant since,
        Instant latest,
        Instant oldest,
        @Nullable Instant nextAt,
        @Nullable String words,
        InteractionId example,
        boolean retriable) {}
