package dev.serai.capture.sql;

import dev.serai.store.OutgoingRow;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Keeps the notifications of an interaction in their order while one of them is refused. For one thread. */
final class InTurn {
    /** After so long without another try the refused one is gone, whoever took it. */
    private static final Duration GONE = Duration.ofMinutes(5);

    private final Map<String, First> refused = new HashMap<>();

    private record First(String deliveryId, long at) {}

    /** Whether none before it is refused. */
    boolean mayGo(OutgoingRow row) {
        First first = refused.get(of(row));
        return first == null
                || first.deliveryId().equals(row.deliveryId())
                || System.nanoTime() - first.at() > GONE.toNanos();
    }

    /** It was refused, and is tried again. */
    void waits(OutgoingRow row) {
        refused.put(of(row), new First(row.deliveryId(), System.nanoTime()));
    }

    /** It was told, or dropped. */
    void over(OutgoingRow row) {
        First first = refused.get(of(row));
        if (first != null && first.deliveryId().equals(row.deliveryId())) {
            refused.remove(of(row));
        }
    }

    /** What is to stay in order; what tells of no interaction stands for itself. */
    static String of(OutgoingRow row) {
        String interaction = row.interaction();
        return interaction != null
                ? interaction
                : NewsRow.of(row).map(NewsRow::id).orElse(row.deliveryId());
    }
}
