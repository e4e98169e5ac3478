package dev.serai.rest;

import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.TenantTable;
import dev.serai.store.Tx;
import java.util.Map;

/** Tells what a caller did to the hub itself: events about `queue:billing`, `route:strategy-inbound` and their like. */
final class Audit {
    /** As long as a subject may be. */
    private static final int SUBJECT = 80;

    private Audit() {}

    /** `serai.route.stopped` about `route:strategy-billing`, which is the hub's own. */
    static void tell(Tx tx, ApiRequest request, String kind, String name, String done) {
        tell(tx, request, TenantTable.HUB, kind, name, done);
    }

    /** `serai.queue.paused` about `queue:billing`, which is a tenant's or the hub's own. */
    static void tell(Tx tx, ApiRequest request, String owner, String kind, String name, String done) {
        String subject = kind + ":" + name;
        tx.events()
                .append(
                        owner,
                        subject.substring(0, Math.min(SUBJECT, subject.length())),
                        NewEvent.of(
                                        "serai." + kind + "." + done,
                                        request.caller().name())
                                .with(Map.of("name", name)));
    }
}
