package dev.serai.intake;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.Tx;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.util.Map;
import java.util.Optional;

/** Tells a mail of ours that a report of its failure came back. */
final class Bounced {
    private static final String FAILURE = "InboundNDR";

    private Bounced() {}

    /** Nothing where the report is none of a failure, or speaks of no mail that we sent. */
    static void tell(Tx tx, Interaction report, By by) {
        InteractionId outbound = report.origin().parentId();
        if (outbound == null || !report.origin().subtype().equals(FAILURE) || !isOurs(tx, report.tenant(), outbound)) {
            return;
        }
        NewEvent bounced = NewEvent.of("serai.dispatch.bounced", by.actor())
                .by(by.generation())
                .with(Map.of("report", report.id().value()));
        Optional<WorkRow> live = tx.work().lock(report.tenant(), outbound);
        if (live.isPresent()) {
            tx.work().update(tx.events().append(live.get(), bounced));
        } else {
            tx.events().appendStopped(report.tenant(), outbound, bounced);
        }
    }

    private static boolean isOurs(Tx tx, String tenant, InteractionId parent) {
        return tx.interactions()
                .load(tenant, parent)
                .filter(found -> found.origin().type().equals("Outbound"))
                .isPresent();
    }
}
