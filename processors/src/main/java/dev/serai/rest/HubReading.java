package dev.serai.rest;

import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.store.DispatchOverview;
import dev.serai.store.OperateTable.Paused;
import dev.serai.store.OutgoingTable;
import dev.serai.store.QuarantineTable;
import dev.serai.store.QueueDepth;
import dev.serai.store.Store;
import dev.serai.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the database says about the hub as a whole, or about one tenant, at one moment. */
record HubReading(
        Realm realm,
        Instant at,
        List<QueueDepth> depths,
        List<QuarantineTable.Group> quarantine,
        List<DispatchOverview.Count> dispatches,
        List<Paused> paused,
        List<OutgoingTable.Waiting> outgoing) {

    static HubReading of(Store store) {
        return of(store, Realm.ALL);
    }

    /** What it says of some rows. */
    static HubReading of(Store store, Realm realm) {
        return store.read(tx -> of(tx, realm));
    }

    private static HubReading of(Tx tx, Realm realm) {
        return new HubReading(
                realm,
                tx.now(),
                tx.queueOverview().depths(realm.rows()),
                tx.quarantine().groups(realm.rows()),
                tx.dispatchOverview().counts(realm.rows()),
                tx.operate().paused(),
                tx.outgoing().waiting().stream()
                        .filter(waiting -> realm.has(waiting.tenant()))
                        .toList());
    }

    /** How many of a queue wait for a time that has not come, as was wished. */
    long waiting(QueueName queue) {
        return depths.stream()
                .filter(depth -> depth.queue().equals(queue))
                .mapToLong(QueueDepth::waiting)
                .sum();
    }

    /** When the first of those is due; null where there is none. */
    @Nullable
    Instant waitingUntil(QueueName queue) {
        return depths.stream()
                .filter(depth -> depth.queue().equals(queue))
                .map(QueueDepth::waitingUntil)
                .filter(java.util.Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** How many stand in a queue in any of the states; what waits for a time that has not come is counted apart. */
    long count(QueueName queue, State... states) {
        return depths.stream()
                .filter(depth -> depth.queue().equals(queue) && List.of(states).contains(depth.state()))
                .mapToLong(depth -> depth.depth() - depth.waiting())
                .sum();
    }

    /** Since when the oldest that could be taken waits; null when none does. */
    @Nullable
    Instant oldestDue(QueueName queue) {
        return depths.stream()
                .filter(depth -> depth.queue().equals(queue) && depth.state() == State.QUEUED)
                .map(QueueDepth::oldestDue)
                .filter(java.util.Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    double ageSeconds(@Nullable Instant since) {
        return since == null ? 0 : Math.max(0, (at.toEpochMilli() - since.toEpochMilli()) / 1000.0);
    }

    Set<String> pausedOf(String kind) {
        return paused.stream()
                .filter(one -> one.kind().equals(kind))
                .map(Paused::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
