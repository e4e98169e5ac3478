package dev.serai.capture;

import dev.serai.files.PointDefaults;
import dev.serai.interaction.PointName;
import dev.serai.store.Store;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells which points have a past that is another tenant's. What a point knows is kept by tenant: with another one it would
 * take everything anew.
 */
final class PointPasts {
    static final String REASON =
            "what is stored of it is another tenant's, so nothing is taken; give a point that is to be"
                    + " another tenant's a new name, or give this one its tenant back";

    private final Store store;
    private final Map<PointName, String> own = new ConcurrentHashMap<>();

    PointPasts(Store store) {
        this.store = store;
    }

    /** Asks the database once for each point and tenant, and again as long as it is another's. */
    boolean isForeign(PointDefaults point) {
        if (point.tenant().equals(own.get(point.name()))) {
            return false;
        }
        boolean mine = store.transact(tx -> tx.points().claim(point.tenant(), point.name()));
        if (mine) {
            own.put(point.name(), point.tenant());
        }
        return !mine;
    }
}
