package dev.serai.capture.mailbox;

import static java.time.temporal.ChronoUnit.SECONDS;

import dev.serai.capture.mailbox.server.MailHead;
import dev.serai.capture.mailbox.server.Mark;
import dev.serai.files.StartFrom;
import dev.serai.interaction.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a mailbox remembers of itself.
 *
 * @param firstContact when it was first looked into
 * @param firstPrefix how positions began then
 * @param prefix how they begin now
 * @param startFrom what counted at first contact
 * @param mark up to where the ledger holds all of it, under this prefix; null with servers that count no changes
 * @param anewBelow numbers below it may be mails that had others before the server numbered anew; 0 when none is left
 */
record PointFacts(
        Instant firstContact,
        String firstPrefix,
        String prefix,
        String startFrom,
        @Nullable Mark mark,
        long anewBelow) {

    static PointFacts read(String json) {
        return Json.read(json, PointFacts.class);
    }

    String json() {
        return Json.write(this);
    }

    /** @param next from which number on there is nothing yet */
    PointFacts now(String newPrefix, long next) {
        return new PointFacts(firstContact, firstPrefix, newPrefix, startFrom, null, next);
    }

    /** Whether positions are of another kind now: POP3's have no beginning, and nothing leads from one kind to the other. */
    boolean isOtherProtocol(String nowPrefix) {
        return prefix.isEmpty() != nowPrefix.isEmpty();
    }

    PointFacts known(Mark upTo) {
        return new PointFacts(firstContact, firstPrefix, prefix, startFrom, upTo, anewBelow);
    }

    /** Other numbers mean nothing under another prefix. */
    Optional<Mark> markUnder(String now) {
        return prefix.equals(now) ? Optional.ofNullable(mark) : Optional.empty();
    }

    /** All mails that were numbered anew are in the ledger. */
    PointFacts settled() {
        return new PointFacts(firstContact, firstPrefix, prefix, startFrom, mark, 0);
    }

    /** Whether a mail was there when the server numbered anew; never with POP3, whose positions are no numbers. */
    boolean isNumberedAnew(String position) {
        return anewBelow > 0
                && !prefix.isEmpty()
                && position.startsWith(prefix)
                && Long.parseLong(position.substring(prefix.length())) < anewBelow;
    }

    boolean mayBeKnownAgain(MailHead head) {
        return isNumberedAnew(head.position()) && Triple.of(head).isComplete();
    }

    /**
     * Whether a mail was there at first contact and not wanted, under another number: when a server numbers anew, what was
     * skipped must not come in as new. What is moved in later is new, however old it is.
     */
    boolean skippedUnderAnotherNumber(MailHead head) {
        Instant received = head.receivedAt();
        if (prefix.equals(firstPrefix)
                || !isNumberedAnew(head.position())
                || received == null
                || !received.isBefore(firstContact.truncatedTo(SECONDS))) {
            return false;
        }
        StartFrom start = StartFrom.of(startFrom);
        return switch (start.kind()) {
            case ALL -> false;
            case NOW -> true;
            case UNSEEN -> head.seen();
            case DATE ->
                received.isBefore(
                        start.date().orElseThrow().atStartOfDay(ZoneOffset.UTC).toInstant());
        };
    }
}
