package dev.serai.store;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.InteractionId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The sending of one outbound interaction.
 *
 * @param messageId the same on every try
 * @param headerPrefix header lines (CRLF) of the account, From and Reply-To: in front of the stored raw, and part of what
 *     transformers made
 * @param sender the envelope sender; empty for the null return path
 * @param recipients all that it ever had, with what became of it for each
 * @param nextAt when it is due again, for a deferred one
 * @param dataAt when DATA was about to be said in the latest try
 * @param lastError what kept the latest try from success, in words
 * @param cause the same as kind and step; null where there was no fault
 * @param triedSince when the first try failed
 * @param resent whether it was sent once more because nobody knew whether the server had taken it
 */
public record DispatchRow(
        String tenant,
        InteractionId id,
        AccountName account,
        State state,
        String messageId,
        String headerPrefix,
        String sender,
        List<Recipient> recipients,
        int attempts,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant nextAt,
        @Nullable Instant dataAt,
        @Nullable String lastError,
        @Nullable Cause cause,
        @Nullable Instant triedSince,
        boolean resent) {

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

    /**
     * Which fault kept a try from success.
     *
     * @param kind such as `unreachable`, `login`, `refused`
     * @param step of the conversation where it happened, such as `connect`, `rcpt`, `dot`; null where it was in none
     */
    public record Cause(String kind, @Nullable String step) {}

    public DispatchRow {
        recipients = List.copyOf(recipients);
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
                recipients.stream().map(Recipient::waiting).toList(),
                0,
                now,
                now,
                null,
                null,
                null,
                null,
                null,
                false);
    }

    /** Whom the next try is for. */
    public List<String> left() {
        return addresses(Recipient::isLeft);
    }

    /** Of those the ones who were in the latest try, and for whom no answer to it is known. */
    public List<String> inDoubt() {
        return addresses(one ->
                one.isLeft() && (dataAt == null || one.at() == null || one.at().isBefore(dataAt)));
    }

    public List<String> addresses(Recipient.State state) {
        return addresses(one -> one.state() == state);
    }

    private List<String> addresses(Predicate<Recipient> which) {
        return recipients.stream().filter(which).map(Recipient::address).toList();
    }

    /** The durable moment before DATA. */
    public DispatchRow sending(Instant now) {
        return with(State.SENDING, attempts + 1, now, null, now, lastError);
    }

    /** Everybody who is left is tried again then, after so many tries that count. */
    public DispatchRow deferred(Instant due, String error, int tries, Instant now) {
        return tried(triedSince == null ? now : triedSince, resent)
                .with(State.DEFERRED, tries, now, due, dataAt, error);
    }

    /** Nobody knows whether the server took it, and it is sent once more. */
    public DispatchRow resend(Instant due, String error, Instant now) {
        return tried(triedSince == null ? now : triedSince, true)
                .with(State.DEFERRED, attempts, now, due, dataAt, error);
    }

    /** Sent, uncertain, failed, cancelled, or pending again. */
    public DispatchRow to(State next, @Nullable String error, Instant now) {
        return with(next, attempts, now, null, dataAt, error);
    }

    /** The server took it for some and wants the others in the next transaction of the same try. */
    public DispatchRow goesOn(String error, Instant now) {
        return with(State.PENDING, Math.max(1, attempts - 1), now, null, dataAt, error);
    }

    /**
     * To be tried again by a person's decision: those too who were refused, but nobody who has it. It has all the time
     * that a new one has.
     */
    public DispatchRow again(Instant now) {
        return each(
                        one -> state == State.FAILED && one.state() == Recipient.State.FAILED,
                        one -> one.to(Recipient.State.WAITING, one.words(), now))
                .to(State.PENDING, lastError, now)
                .tried(null, resent);
    }

    /** As {@link #again}, by an account as it is now, to whom it is addressed now; who has it stays. */
    public DispatchRow againBy(DispatchRow fresh, Instant now) {
        DispatchRow next = again(now);
        return new DispatchRow(
                tenant,
                id,
                fresh.account,
                next.state,
                messageId,
                fresh.headerPrefix,
                fresh.sender,
                next.addressedAs(fresh),
                attempts,
                createdAt,
                now,
                null,
                dataAt,
                lastError,
                cause,
                null,
                resent);
    }

    private List<Recipient> addressedAs(DispatchRow fresh) {
        Map<String, Recipient> now = new LinkedHashMap<>();
        fresh.recipients.forEach(one -> now.put(key(one), one));
        recipients.stream()
                .filter(one -> one.hadIt() || now.containsKey(key(one)))
                .forEach(one -> now.put(key(one), one));
        return List.copyOf(now.values());
    }

    private static String key(Recipient recipient) {
        return recipient.address().toLowerCase(Locale.ROOT);
    }

    /** The server answered the same for all who were left. */
    public DispatchRow left(Recipient.State became, @Nullable String words, Instant now) {
        return each(Recipient::isLeft, one -> one.to(became, words, now));
    }

    /** The server answered for one of those who were left; what it said of others is not changed. */
    public DispatchRow recipient(String address, Recipient.State became, @Nullable String words, Instant now) {
        return each(one -> one.isLeft() && one.address().equals(address), one -> one.to(became, words, now));
    }

    /**
     * A report says that it was not delivered to one who it was sent to; nobody by that address: nothing changes.
     *
     * @param status of the report, such as `5.1.1`
     */
    public DispatchRow bounced(String address, @Nullable String status, @Nullable String words, Instant at) {
        return each(
                one -> one.address().equalsIgnoreCase(address),
                one -> new Recipient(one.address(), Recipient.State.BOUNCED, status, words, at));
    }

    /** What the fault of the latest try was; null = there was none. */
    public DispatchRow caused(@Nullable Cause fault) {
        return with(recipients, fault);
    }

    private DispatchRow tried(@Nullable Instant since, boolean again) {
        return new DispatchRow(
                tenant,
                id,
                account,
                state,
                messageId,
                headerPrefix,
                sender,
                recipients,
                attempts,
                createdAt,
                changedAt,
                nextAt,
                dataAt,
                lastError,
                cause,
                since,
                again);
    }

    private DispatchRow each(Predicate<Recipient> which, UnaryOperator<Recipient> change) {
        return with(
                recipients.stream()
                        .map(one -> which.test(one) ? change.apply(one) : one)
                        .toList(),
                cause);
    }

    private DispatchRow with(List<Recipient> fates, @Nullable Cause fault) {
        return new DispatchRow(
                tenant,
                id,
                account,
                state,
                messageId,
                headerPrefix,
                sender,
                fates,
                attempts,
                createdAt,
                changedAt,
                nextAt,
                dataAt,
                lastError,
                fault,
                triedSince,
                resent);
    }

    private DispatchRow with(
            State next, int tries, Instant now, @Nullable Instant due, @Nullable Instant said, @Nullable String error) {
        return new DispatchRow(
                tenant,
                id,
                account,
                next,
                messageId,
                headerPrefix,
                sender,
                recipients,
                tries,
                createdAt,
                now,
                due,
                said,
                error,
                cause,
                triedSince,
                resent);
    }
}
