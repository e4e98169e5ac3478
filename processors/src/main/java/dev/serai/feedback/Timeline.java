package dev.serai.feedback;

import dev.serai.files.QueueDefinition;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.State;
import dev.serai.store.DispatchRow;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.Recipient;
import dev.serai.store.Tx;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The facts about one interaction, live or stopped; its row is locked as long as the transaction lasts. To be ended. */
final class Timeline {
    private final Tx tx;
    private final Interaction subject;
    private final By by;
    private @Nullable WorkRow live;

    private Timeline(Tx tx, Interaction subject, By by) {
        this.tx = tx;
        this.subject = subject;
        this.by = by;
        this.live = tx.work().lock(subject.tenant(), subject.id()).orElse(null);
    }

    static Timeline of(Tx tx, Interaction subject, By by) {
        return new Timeline(tx, subject, by);
    }

    void bounced(Interaction report, Told fact) {
        Map<String, Object> data = facts(report, fact);
        data.put("class", fact.fate() == Fate.HARD ? "hard" : "soft");
        append("serai.dispatch.bounced", fact.reason(), data);
    }

    void reported(Interaction report, Told fact) {
        Map<String, Object> data = facts(report, fact);
        data.put("fate", fact.fate().word());
        append("serai.dispatch.reported", fact.words(), data);
    }

    private static Map<String, Object> facts(Interaction report, Told fact) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("report", report.id().value());
        data.put("recipient", fact.address());
        if (fact.status() != null) {
            data.put("status", fact.status());
        }
        return data;
    }

    /** What it tells is about the address that the mail was diverted to, and nobody whom it was written for. */
    void reportedOfDiverted(Interaction report, String divertedTo) {
        append(
                "serai.dispatch.reported",
                "the mail was diverted; what came back is about the address that it was diverted to",
                Map.of(
                        "report",
                        report.id().value(),
                        "divertedTo",
                        divertedTo,
                        "kind",
                        report.content().kind()));
    }

    /**
     * It had left for some when nobody knew; the dispatch is open as long as nobody knows it of others.
     *
     * @param had who is known now to have it
     * @return the row as it is to be saved
     */
    DispatchRow left(DispatchRow row, List<String> had, Interaction report) {
        String reason = "a report of it came back, so it had left";
        append(
                "serai.dispatch.sent",
                reason,
                Map.of(
                        "account",
                        row.account().value(),
                        "recipients",
                        had,
                        "report",
                        report.id().value()));
        return row.inDoubt().isEmpty() ? ended(row, reason) : row;
    }

    private DispatchRow ended(DispatchRow row, String reason) {
        boolean isComplete =
                row.left().isEmpty() && row.addresses(Recipient.State.FAILED).isEmpty();
        Optional<WorkRow> parked = Optional.ofNullable(live)
                .filter(work -> work.state() == State.QUEUED && work.queue().equals(QueueDefinition.DISPATCH));
        if (parked.isPresent() && isComplete) {
            new WorkChange(tx, parked.get(), by.because(reason)).stop(DispatchRow.State.SENT.word());
            live = null;
        } else if (parked.isPresent()) {
            live = new WorkChange(tx, parked.get(), by.because(reason))
                    .release(tx.now(), false, "serai.interaction.returned");
        }
        return row.to(isComplete ? DispatchRow.State.SENT : DispatchRow.State.PENDING, null, tx.now());
    }

    void append(String type, @Nullable String reason, Map<String, Object> data) {
        NewEvent event = NewEvent.of(type, by.actor())
                .by(by.generation())
                .because(reason)
                .with(data);
        if (live == null) {
            tx.events().appendStopped(subject.tenant(), subject.id(), event);
        } else {
            live = tx.events().append(live, event);
        }
    }

    void end() {
        if (live != null) {
            tx.work().update(live);
        }
    }
}
