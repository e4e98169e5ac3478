package dev.serai.store;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.InteractionId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The sending of one outbound interaction.
 *
 * @param messageId the same on every try
 * @param headerPrefix header lines (CRLF) of the account, From and Reply-To: in front of the stored raw, and part of what
 *     transformers made
 * @param sender the envelope sender; empty for the null return path
 * @param recipients the envelope recipients
 * @param nextAt when it is due again, for a deferred one
 * @param dataAt when DATA was about to be said in the latest try
 */
public record DispatchRow(
        String tenant,
        InteractionId id,
        AccountName account,
        State state,
        String messageId,
        String headerPrefix,
        String sender,
        List<String> recipients,
        int attempts,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant nextAt,
        @Nullable Instant dataAt,
        @Nullable String lastError) {

    /** How far a sending has come. */
    public enum State {
        PENDING,
        SENDING,
        SENT,
        DEFERRED,
        UNCERTAIN,
        FAILED,
        CANCELLED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public static DispatchRow pending(
            String tenant,
            InteractionId id,
            AccountName account,
            String messageId,
            String headerPrefix,
            String sender,
            List<String> recipients,
            Instant now) {
        return new DispatchRow(
                tenant,
                id,
                account,
                State.PENDING,
                messageId,
                headerPrefix,
                sender,
                List.copyOf(recipients),
                0,
                now,
                now,
                null,
                null,
                null);
    }

    /** The durable moment before DATA. */
    public DispatchRow sending(Instant now) {
        return new DispatchRow(
                tenant,
                id,
                account,
                State.SENDING,
                messageId,
                headerPrefix,
                sender,
                recipients,
                attempts + 1,
                createdAt,
                now,
                null,
                now,
                lastError);
    }

    public DispatchRow deferred(Instant due, String error, Instant now) {
        int tries = state == State.SENDING ? attempts : attempts + 1;
        return new DispatchRow(
                tenant,
                id,
                account,
                State.DEFERRED,
                messageId,
                headerPrefix,
                sender,
                recipients,
                tries,
                createdAt,
                now,
                due,
                dataAt,
                error);
    }

    /** Sent, uncertain, failed, cancelled, or pending again by an operator. */
    public DispatchRow to(State next, @Nullable String error, Instant now) {
        return new DispatchRow(
                tenant,
                id,
                account,
                next,
                messageId,
                headerPrefix,
                sender,
                recipients,
                attempts,
                createdAt,
                now,
                null,
                dataAt,
                error);
    }

    /** The same, to other recipients: some of them had it. */
    public DispatchRow forRecipients(List<String> remaining) {
        return new DispatchRow(
                tenant,
                id,
                account,
                state,
                messageId,
                headerPrefix,
                sender,
                List.copyOf(remaining),
                attempts,
                createdAt,
                changedAt,
                nextAt,
                dataAt,
                lastError);
    }
}
