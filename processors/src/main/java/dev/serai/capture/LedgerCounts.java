package dev.serai.capture;

import dev.serai.interaction.PointName;
import dev.serai.store.LedgerEntry.Result;
import dev.serai.store.LedgerTable;
import dev.serai.store.Store;
import dev.serai.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * What the ledger counts for each mailbox; read at most every two seconds, since it counts all rows. While the database
 * is away the last counts stand, for the points' states must be seen all the more.
 */
final class LedgerCounts {
    private static final Duration FRESH = Duration.ofSeconds(2);
    private final Store store;
    private final Clock clock;
    private Map<PointName, CapturePointStatus.Counts> last = Map.of();
    private Instant readAt = Instant.MIN;

    LedgerCounts(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    synchronized Map<PointName, CapturePointStatus.Counts> read() {
        Instant now = clock.instant();
        if (readAt.equals(Instant.MIN) || readAt.plus(FRESH).isBefore(now)) {
            last = readOrKeep();
            readAt = now;
        }
        return last;
    }

    private Map<PointName, CapturePointStatus.Counts> readOrKeep() {
        try {
            return grouped();
        } catch (StoreException.Unavailable away) {
            return last;
        }
    }

    private Map<PointName, CapturePointStatus.Counts> grouped() {
        Map<PointName, Map<Result, Long>> numbers = new HashMap<>();
        for (LedgerTable.Count count : store.read(tx -> tx.ledger().counts())) {
            numbers.computeIfAbsent(count.point(), any -> new EnumMap<>(Result.class))
                    .put(count.result(), count.count());
        }
        Map<PointName, CapturePointStatus.Counts> counts = new HashMap<>();
        numbers.forEach((point, by) -> counts.put(point, counts(by)));
        return counts;
    }

    private static CapturePointStatus.Counts counts(Map<Result, Long> by) {
        return new CapturePointStatus.Counts(
                by.getOrDefault(Result.TAKEN, 0L),
                by.getOrDefault(Result.DUPLICATE, 0L),
                by.getOrDefault(Result.SKIPPED, 0L),
                by.getOrDefault(Result.FAILING, 0L),
                by.getOrDefault(Result.QUARANTINED, 0L),
                0,
                0);
    }
}
