package dev.serai.store;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Deliveries that their sources will not bring again. They are noted here and written together by and by: a note that is
 * lost only keeps answers for longer than they are needed.
 */
final class Acknowledged {
    private final Set<DeliveryTable.Name> noted = ConcurrentHashMap.newKeySet();

    void note(DeliveryTable.Name delivery) {
        noted.add(delivery);
    }

    /** Has what was noted until now written; where that fails it stays noted. */
    void write(Store store) {
        Collection<DeliveryTable.Name> now = List.copyOf(noted);
        if (!now.isEmpty()) {
            store.writeNow(tx -> {
                tx.deliveries().acknowledge(now);
                return true;
            });
            noted.removeAll(now);
        }
    }
}
