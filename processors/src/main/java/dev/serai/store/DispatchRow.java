package dev.serai.store;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.InteractionId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The sending of one outbound interaction, immutable; each thing that happens to it is a method that yields the next row. */
public record DispatchRow(
        String tenant,
        InteractionId id,
        Posting posting,
        State state,
        Recipients recipients,
        Attempts tries,
        Instant createdAt,
        Instant changedAt) {

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

    /**
     * One that was not tried yet.
     *
     * @param messageId the same on every try
     * @param headerPrefix header lines (CRLF) of the account, From and Reply-To
     * @param sender of the envelope; empty for the null return path
     */
    public static DispatchRow pending(
            String tenant,
            InteractionId id,
            AccountName account,
            String messageId,
            String headerPrefix,
            String sender,
            List<String> recipients,
            Instant now) {
        Posting posting = new Posting(account, messageId, headerPrefix, sender);
        return new DispatchRow(
                tenant, id, posting, State.PENDING, Recipients.waiting(recipients), Attempts.NONE, now, now);
    }

    public AccountName account() {
        return posting.account();
    }

    public String messageId() {
        return posting.messageId();
    }

    public String headerPrefix() {
        return posting.headerPrefix();
    }

    public String sender() {
        return posting.sender();
    }

    public int attempts() {
        return tries.count();
    }

    public @Nullable Instant triedSince() {
        return tries.since();
    }

    public @Nullable Instant nextAt() {
        return tries.nextAt();
    }

    public @Nullable Instant dataAt() {
        return tries.dataAt();
    }

    public @Nullable String lastError() {
        return tries.lastError();
    }

    public @Nullable Cause cause() {
        return tries.cause();
    }

    public boolean resent() {
        return tries.resent();
    }

    /** Whom the next try is for. */
    public List<String> left() {
        return recipients.left();
    }

    /** Of those the ones who were in the latest try, and for whom no answer to it is known. */
    public List<String> inDoubt() {
        return recipients.inDoubt(tries.dataAt());
    }

    public List<String> addresses(Recipient.State became) {
        return recipients.addresses(became);
    }

    /** The durable moment before DATA. */
    public DispatchRow sending(Instant now) {
        return changed(State.SENDING, tries.saying(now), now);
    }

    /** Everybody who is left is tried again then, after so many tries that count. */
    public DispatchRow deferred(Instant due, String error, int count, Instant now) {
        return changed(State.DEFERRED, tries.deferred(due, error, count, now), now);
    }

    /** Nobody knows whether the server took it, and it is sent once more. */
    public DispatchRow resend(Instant due, String error, Instant now) {
        return changed(State.DEFERRED, tries.resending(due, error, now), now);
    }

    /** Sent, uncertain, failed, cancelled, or pending again. */
    public DispatchRow to(State next, @Nullable String error, Instant now) {
        return changed(next, tries.ended(error), now);
    }

    /** The server took it for some and wants the others in the next transaction of the same try. */
    public DispatchRow goesOn(String error, Instant now) {
        return changed(State.PENDING, tries.goingOn(error), now);
    }

    /**
     * To be tried again by a person's decision: those too who were refused, but nobody who has it. It has all the time
     * that a new one has.
     */
    public DispatchRow again(Instant now) {
        Recipients wanted = state == State.FAILED ? recipients.again(now) : recipients;
        return with(wanted).changed(State.PENDING, tries.anew(), now);
    }

    /** As {@link #again}, by an account as it is now, to whom it is addressed now; who has it stays. */
    public DispatchRow againBy(DispatchRow fresh, Instant now) {
        DispatchRow next = again(now);
        return next.with(next.recipients.addressedAs(fresh.recipients)).with(posting.as(fresh.posting));
    }

    /** The server answered the same for all who were left. */
    public DispatchRow left(Recipient.State became, @Nullable String words, Instant now) {
        return with(recipients.left(became, words, now));
    }

    /** The server answered for one of those who were left; what it said of others is not changed. */
    public DispatchRow recipient(String address, Recipient.State became, @Nullable String words, Instant now) {
        return with(recipients.answered(address, became, words, now));
    }

    /**
     * A report says that it was not delivered to one who it was sent to; nobody by that address: nothing changes.
     *
     * @param status of the report, such as `5.1.1`
     */
    public DispatchRow bounced(String address, @Nullable String status, @Nullable String words, Instant at) {
        return with(recipients.bounced(address, status, words, at));
    }

    /** What the fault of the latest try was; null = there was none. */
    public DispatchRow caused(@Nullable Cause fault) {
        return new DispatchRow(tenant, id, posting, state, recipients, tries.caused(fault), createdAt, changedAt);
    }

    private DispatchRow with(Posting now) {
        return new DispatchRow(tenant, id, now, state, recipients, tries, createdAt, changedAt);
    }

    private DispatchRow with(Recipients fates) {
        return new DispatchRow(tenant, id, posting, state, fates, tries, createdAt, changedAt);
    }

    private DispatchRow changed(State next, Attempts now, Instant at) {
        return new DispatchRow(tenant, id, posting, next, recipients, now, createdAt, at);
    }
}
