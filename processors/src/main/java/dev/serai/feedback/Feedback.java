package dev.serai.feedback;

import dev.serai.interaction.BounceInfo;
import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft.Kind;
import dev.serai.interaction.Party;
import dev.serai.store.DispatchRow;
import dev.serai.store.Recipient;
import dev.serai.store.Tx;
import dev.serai.store.Undeliverable;
import dev.serai.store.WorkChange.By;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Brings what a report says to the mail of ours that it speaks of: its dispatch, the addresses of its recipients, its
 * timeline and that of what it answered. Works inside the transaction that writes the report.
 */
public final class Feedback {
    private static final String FAILURE = "InboundNDR";
    private static final Set<String> REPORTS = Set.of(FAILURE, "InboundReport", "InboundDisposition");

    private final Tx tx;
    private final Interaction report;
    private final Interaction outbound;
    private final By by;

    private Feedback(Tx tx, Interaction report, Interaction outbound, By by) {
        this.tx = tx;
        this.report = report;
        this.outbound = outbound;
        this.by = by;
    }

    /**
     * Nothing where it is no report, or speaks of no mail that we sent.
     *
     * @param report as it was read, in its thread
     * @param genuine whether it names the mail by an id that only who got it can know; of others nothing is believed
     */
    public static void tell(Tx tx, Interaction report, boolean genuine, By by) {
        InteractionId parent = report.origin().parentId();
        if (!genuine || parent == null || !isReport(report)) {
            return;
        }
        tx.interactions()
                .load(report.tenant(), parent)
                .filter(found -> found.origin().type().equals("Outbound"))
                .ifPresent(found -> new Feedback(tx, report, found, by).tell());
    }

    /** Whether it tells what became of another mail. */
    public static boolean isReport(Interaction mail) {
        return REPORTS.contains(mail.origin().subtype());
    }

    private void tell() {
        Timeline timeline = Timeline.of(tx, outbound, by);
        Optional<String> divertedTo = tx.dispatches().divertedTo(outbound.tenant(), outbound.id());
        if (divertedTo.isPresent()) {
            timeline.reportedOfDiverted(report, divertedTo.get());
        } else {
            tell(timeline, tx.dispatches().load(outbound.tenant(), outbound.id()));
        }
        timeline.end();
    }

    private void tell(Timeline timeline, Optional<DispatchRow> row) {
        List<String> recipients =
                row.map(known -> known.recipients().addresses()).orElseGet(() -> recipients(outbound.content()));
        List<Told> told = told(recipients);
        DispatchRow before = row.map(known -> settled(known, named(told, recipients), timeline))
                .orElse(null);
        DispatchRow after = before;
        for (Told fact : told) {
            boolean isNews = after == null || hasIt(after, fact.address());
            if (fact.fate().isFailure() && isNews) {
                after = after == null ? null : after.bounced(fact.address(), fact.status(), fact.words(), tx.now());
                bounced(fact, timeline);
            } else if (!fact.fate().isFailure()) {
                timeline.reported(report, fact);
            }
        }
        if (after != null && !after.equals(row.orElse(null))) {
            tx.dispatches().update(after);
        }
    }

    private List<Told> told(List<String> recipients) {
        BounceInfo said = report.content().bounce();
        return said == null
                ? List.of()
                : Told.by(said, report.origin().subtype().equals(FAILURE), recipients);
    }

    /** Whom it is about: whoever reports on a mail to one recipient had it from there. */
    private static Set<String> named(List<Told> told, List<String> recipients) {
        return recipients.size() == 1
                ? Set.copyOf(recipients)
                : told.stream().map(Told::address).collect(Collectors.toUnmodifiableSet());
    }

    /** Who is reported on and was in the try that nobody knows the end of had it; of the others it tells nothing. */
    private DispatchRow settled(DispatchRow row, Set<String> named, Timeline timeline) {
        DispatchRow.State state = row.state();
        boolean isOpen = state == DispatchRow.State.UNCERTAIN || state == DispatchRow.State.SENDING;
        List<String> had = row.inDoubt().stream().filter(named::contains).toList();
        if (!isOpen || had.isEmpty()) {
            return row;
        }
        DispatchRow known = row;
        for (String address : had) {
            known = known.recipient(address, Recipient.State.SENT, null, tx.now());
        }
        return timeline.left(known, had, report);
    }

    private void bounced(Told fact, Timeline timeline) {
        boolean hard = fact.fate() == Fate.HARD;
        tx.undeliverable()
                .add(
                        outbound.tenant(),
                        Undeliverable.first(
                                fact.address(),
                                hard,
                                tx.now(),
                                fact.status(),
                                fact.words(),
                                Kind.isAutomaticAnswer(outbound.origin().subtype()),
                                report.id()));
        timeline.bounced(report, fact);
        Parents.tell(tx, outbound, "bounced", fact.address() + ": " + fact.reason(), by);
    }

    /** As far as was known until now: nothing bounces twice, nor from whom it was not sent to. */
    private static boolean hasIt(DispatchRow row, String address) {
        return row.addresses(Recipient.State.SENT).contains(address);
    }

    private static List<String> recipients(Content content) {
        return Stream.of(content.to(), content.cc(), content.bcc())
                .flatMap(Collection::stream)
                .map(Party::address)
                .toList();
    }
}
