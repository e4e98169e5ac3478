package dev.serai.store;

import dev.serai.interaction.InteractionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What reports and refusals said of an address that mail of ours did not reach.
 *
 * @param address in lower case
 * @param hard whether one of them was for ever; nothing automatic goes there then
 * @param since when it began: the first hard one, and before that the first of the soft ones
 * @param latest when the newest of them came
 * @param status of the newest, as RFC 3463 writes it
 * @param words of the server, in the newest
 * @param answered whether what came back was an automatic answer: that mail comes from the address proves nothing then
 * @param softs how many of them were not for ever
 * @param report the newest of them; the mail itself where its server refused the address at once
 */
public record Undeliverable(
        String address,
        boolean hard,
        Instant since,
        Instant latest,
        @Nullable String status,
        @Nullable String words,
        boolean answered,
        int softs,
        InteractionId report) {

    /** The first of them. */
    public static Undeliverable first(
            String address,
            boolean hard,
            Instant now,
            @Nullable String status,
            @Nullable String words,
            boolean answered,
            InteractionId report) {
        return new Undeliverable(
                ContactTable.normal(address), hard, now, now, status, words, answered, hard ? 0 : 1, report);
    }

    /** With one more; what was for ever stays so. */
    public Undeliverable then(Undeliverable next) {
        boolean turned = next.hard && !hard;
        return new Undeliverable(
                address,
                hard || next.hard,
                turned ? next.since : since,
                next.latest,
                next.status,
                next.words,
                next.answered,
                softs + next.softs,
                next.report);
    }

    /** A sentence for who writes there. */
    public String sentence() {
        String why = (status == null ? "" : " " + status) + (words == null ? "" : " " + words);
        String said = why.isBlank() ? "" : ":" + why;
        return hard
                ? address + " is undeliverable since " + since + said
                : address + " did not take " + softs + " of our mails since " + since + said;
    }
}
