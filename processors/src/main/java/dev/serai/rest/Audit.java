package dev.serai.rest;

import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.Tx;
import java.util.Map;

/** Tells what a caller did to the hub itself: events about `queue:billing`, `route:strategy-inbound` and their like. */
final class Audit {
    /** As long as a subject may be. */
    private static final int SUBJECT = 80;

    private Audit() {}

    /** `serai.queue.paused` about `queue:billing`. */
    static void tell(Tx tx, ApiRequest request, String kind, String name, String done) {
        String subject = kind + ":" + name;
        tx.events()
                .append(
                        ApiRequest.TENANT,
                        subject.substring(0, Math.min(SUBJECT, subject.length())),
                        NewEvent.of(
                                        "serai." + kind + "." + done,
                                        request.caller().name())
                                .with(Map.of("name", name)));
    }
}
