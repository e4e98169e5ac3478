package dev.serai.capture.mailbox;

import static java.time.temporal.ChronoUnit.SECONDS;

import dev.serai.capture.mailbox.server.MailHead;
import dev.serai.files.StartFrom;
import dev.serai.interaction.Json;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * What a mailbox remembers of itself.
 *
 * @param firstContact when it was first looked into
 * @param firstPrefix how positions began then
 * @param prefix how they begin now
 * @param startFrom what counted at first contact
 */
record PointFacts(Instant firstContact, String firstPrefix, String prefix, String startFrom) {

    static PointFacts read(String json) {
        return Json.read(json, PointFacts.class);
    }

    String json() {
        return Json.write(this);
    }

    PointFacts now(String newPrefix) {
        return new PointFacts(firstContact, firstPrefix, newPrefix, startFrom);
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
