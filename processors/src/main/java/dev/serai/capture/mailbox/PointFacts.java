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
 */
record PointFacts(
        Instant firstContact,
        String firstPrefix,
        String prefix,
        String startFrom,
        @Nullable Mark mark) {

    static PointFacts read(String json) {
        return Json.read(json, PointFacts.class);
    }

    String json() {
        return Json.write(this);
    }

    PointFacts now(String newPrefix) {
        return new PointFacts(firstContact, firstPrefix, newPrefix, startFrom, null);
    }

    PointFacts known(Mark upTo) {
        return new PointFacts(firstContact, firstPrefix, prefix, startFrom, upTo);
    }

    /** Other numbers mean nothing under another prefix. */
    Optional<Mark> markUnder(String now) {
        return prefix.equals(now) ? Optional.ofNullable(mark) : Optional.empty();
    }

    /**
     * Whether a mail was there at first contact and not wanted, under another number: when a server numbers anew, what was
     * skipped must not come in as new.
     */
    boolean skippedUnderAnotherNumber(MailHead head) {
        Instant received = head.receivedAt();
        if (prefix.equals(firstPrefix) || received == null || !received.isBefore(firstContact.truncatedTo(SECONDS))) {
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
