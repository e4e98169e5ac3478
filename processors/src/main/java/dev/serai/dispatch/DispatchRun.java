package dev.serai.dispatch;

import dev.serai.dispatch.Claims.Claimed;
import dev.serai.interaction.Fence;
import dev.serai.interaction.InteractionId;
import dev.serai.store.DispatchRow;
import dev.serai.store.MadeTable;
import dev.serai.store.Store;
import dev.serai.store.StoredRaw;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;

/** One try: an exchange made from nothing runs through the account's route; what came out is settled. */
final class DispatchRun {
    private final Store store;
    private final DispatchPolicy policy;

    DispatchRun(Store store, DispatchPolicy policy) {
        this.store = store;
        this.policy = policy;
    }

    /** Sends; never throws. */
    SendResult send(Claimed claimed, Exits exits) {
        try {
            String tenant = claimed.work().tenant();
            InteractionId id = claimed.work().id();
            Optional<StoredRaw> transformed = store.made(tenant, id, MadeTable.MAIL);
            if (transformed.isPresent()) {
                return route(exits, job(claimed, "", transformed.get()));
            }
            Optional<StoredRaw> composed = store.received(tenant, id);
            return composed.isEmpty()
                    ? new SendResult.Failed(Fault.of(
                            Fault.Step.HUB, Fault.Kind.UNREADABLE, "the stored mail is gone; there is nothing to send"))
                    : route(exits, job(claimed, claimed.dispatch().headerPrefix(), composed.get()));
        } catch (RuntimeException failure) {
            String reason = "not sent: " + Words.of(failure);
            return SendResult.StoreAway.isCauseOf(failure)
                    ? new SendResult.StoreAway(Fault.Step.HUB, reason)
                    : new SendResult.Deferred(Fault.of(Fault.Step.HUB, Fault.Kind.POLICY, reason));
        }
    }

    /** What the events of the try tell. */
    Map<String, Object> facts(Claimed claimed) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("account", claimed.dispatch().account().value());
        if (policy.mode() == DispatchMode.DIVERT && policy.divertTo() != null) {
            facts.put("divertedTo", policy.divertTo());
        }
        return facts;
    }

    private static SendResult route(Exits exits, DispatchJob job) {
        Exchange exchange = exits.run("direct:dispatch-smtp-" + job.getAccount() + "?block=false", job);
        Exception failure = exchange.getException();
        if (job.result().isPresent()) {
            return job.result().get();
        }
        if (job.wasRecorded()) {
            return new SendResult.Uncertain(
                    Fault.of(Fault.Step.CONTENT, Fault.Kind.POLICY, "the route ended in the middle of sending"));
        }
        return new SendResult.Deferred(Fault.of(
                Fault.Step.HUB,
                Fault.Kind.POLICY,
                failure == null
                        ? "the route did not send: it came to its end without smtp-sink"
                        : "the route did not send: " + Words.of(failure)));
    }

    /** @param lines the account's header lines, where the mail has not got them yet */
    private DispatchJob job(Claimed claimed, String lines, StoredRaw mail) {
        DispatchRow row = claimed.dispatch();
        if (policy.mode() == DispatchMode.DIVERT && policy.divertTo() != null) {
            return new DispatchJob(
                    row, diverted(row) + lines, List.of(policy.divertTo()), mail, () -> momentBeforeData(claimed));
        }
        return new DispatchJob(row, lines, row.left(), mail, () -> momentBeforeData(claimed));
    }

    private String diverted(DispatchRow row) {
        return "X-Serai-Diverted-To: " + policy.divertTo() + "\r\nX-Serai-Original-Recipients: "
                + String.join(",\r\n ", row.left()) + "\r\n";
    }

    private boolean momentBeforeData(Claimed claimed) {
        Fence fence = claimed.work().fence();
        return store.writeNow(tx -> {
            boolean ours = tx.work().lock(fence).isPresent();
            if (ours) {
                tx.dispatches().update(claimed.dispatch().sending(tx.now()));
            }
            return ours;
        });
    }
}
