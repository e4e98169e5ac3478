package dev.serai.capture.jms;

import dev.serai.files.PointDefaults;
import dev.serai.store.DeliveryTable.Applied;
import dev.serai.store.DeliveryTable.Name;
import dev.serai.store.Store;
import dev.serai.store.Tx;

/** Counts how often a message came again: brokers forget it when they die with the hub, or count otherwise. */
final class JmsAttempts {
    private static final Applied NOTED = new Applied("", "{}");

    private final Store store;
    private final PointDefaults point;

    JmsAttempts(Store store, PointDefaults point) {
        this.store = store;
        this.point = point;
    }

    /** Notes one more redelivery, durably; returns how many there were. */
    int next(String key) {
        return store.writeNow(tx -> {
            int number = 1;
            while (isNoted(tx, key(key, number))) {
                number++;
            }
            tx.deliveries()
                    .insertPart(new Name(point.tenant(), point.name().value(), key), part(number), NOTED, tx.now());
            return number;
        });
    }

    private boolean isNoted(Tx tx, String key) {
        return tx.deliveries().load(point.tenant(), point.name().value(), key).isPresent();
    }

    private static String key(String key, int number) {
        return key + "#" + part(number);
    }

    private static String part(int number) {
        return "again-" + number;
    }
}
