package dev.serai.capture;

import dev.serai.interaction.PointName;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.Store;
import java.util.Map;

/** Writes that a point fell silent, and that it is over: each once, through restarts. */
final class SilenceEvents {
    /** Who causes these events, and no others. */
    static final String ACTOR = "watchdog";

    private static final String SILENT = "serai.capture.silent";
    static final String CLEARED = "serai.alert.cleared";
    private static final String RAISED = "serai.alert.raised";
    private static final Map<String, Object> DATA = Map.of("alert", "silent");

    private final Store store;

    SilenceEvents(Store store) {
        this.store = store;
    }

    void raised(String tenant, PointName point, String because) {
        store.writeNow(tx -> {
            tx.events().append(tenant, point, NewEvent.of(SILENT, ACTOR).because(because));
            tx.events()
                    .append(
                            tenant,
                            point,
                            NewEvent.of(RAISED, ACTOR).because(because).with(DATA));
            return true;
        });
    }

    void cleared(String tenant, PointName point) {
        store.writeNow(tx -> {
            tx.events().append(tenant, point, NewEvent.of(CLEARED, ACTOR).with(DATA));
            return true;
        });
    }
}
