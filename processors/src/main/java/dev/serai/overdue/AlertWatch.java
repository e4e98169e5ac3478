package dev.serai.overdue;

import dev.serai.files.Generation;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.store.AlertTable.Alert;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.QueueDepth;
import dev.serai.store.Roles;
import dev.serai.store.Store;
import dev.serai.store.TenantTable;
import dev.serai.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Raises an alert once when a queue goes over a limit of its file, and clears it once when it is below again. */
public final class AlertWatch {
    private static final String ROLE = "alerts";
    private static final Duration TERM = Duration.ofSeconds(60);
    private static final String QUEUE = "queue:";

    private final Store store;
    private final Supplier<Generation> live;
    private final Roles roles;

    public AlertWatch(Store store, Supplier<Generation> live, Roles roles) {
        this.store = store;
        this.live = live;
        this.roles = roles;
    }

    /** @param tenant whose queue it is, or the hub's own: figures of a shared one tell of all tenants */
    private record Key(String tenant, String subject, String kind) {}

    /** One pass; returns how many alerts were raised or cleared. */
    public int pass() {
        if (!roles.hold(ROLE, TERM)) {
            return 0;
        }
        Generation generation = live.get();
        Map<Key, String> over = store.read(tx -> over(tx, generation));
        List<Alert> raised = store.read(tx -> tx.alerts().all()).stream()
                .filter(alert -> alert.subject().startsWith(QUEUE))
                .toList();
        List<Key> known = raised.stream()
                .map(alert -> new Key(alert.tenant(), alert.subject(), alert.kind()))
                .toList();
        int changes = 0;
        for (Map.Entry<Key, String> one : over.entrySet()) {
            if (!known.contains(one.getKey())) {
                changes += store.writeNow(tx -> raise(tx, one.getKey(), one.getValue(), generation.id())) ? 1 : 0;
            }
        }
        for (Key key : known) {
            if (!over.containsKey(key)) {
                changes += store.writeNow(tx -> clear(tx, key, generation.id())) ? 1 : 0;
            }
        }
        return changes;
    }

    private static Map<Key, String> over(Tx tx, Generation generation) {
        if (generation.queues().values().stream()
                .allMatch(queue -> queue.alert().isNone())) {
            return Map.of();
        }
        List<QueueDepth> depths = tx.queueOverview().depths();
        Instant now = tx.now();
        Map<Key, String> over = new LinkedHashMap<>();
        for (QueueDefinition queue : generation.queues().values()) {
            Optional<QueueDepth> waiting = waiting(depths, queue.name());
            long depth = waiting.map(found -> found.depth() - found.waiting()).orElse(0L);
            Instant oldest = waiting.map(QueueDepth::oldestDue).orElse(null);
            QueueAlarm.of(QueueClock.of(generation, queue), depth, oldest, now)
                    .forEach((kind, reason) ->
                            over.put(new Key(TenantTable.text(queue.tenant()), QUEUE + queue.name(), kind), reason));
        }
        return over;
    }

    private static Optional<QueueDepth> waiting(List<QueueDepth> depths, QueueName queue) {
        return depths.stream()
                .filter(depth -> depth.queue().equals(queue) && depth.state() == State.QUEUED)
                .findFirst();
    }

    private static boolean raise(Tx tx, Key key, String reason, String generation) {
        boolean fresh = tx.alerts().raise(key.tenant(), key.subject(), key.kind(), reason);
        if (fresh) {
            tell(tx, "serai.alert.raised", key, reason, generation);
        }
        return fresh;
    }

    private static boolean clear(Tx tx, Key key, String generation) {
        boolean was = tx.alerts().clear(key.tenant(), key.subject(), key.kind());
        if (was) {
            tell(tx, "serai.alert.cleared", key, null, generation);
        }
        return was;
    }

    private static void tell(
            Tx tx, String type, Key key, @org.jspecify.annotations.Nullable String reason, String generation) {
        Map<String, Object> data =
                Map.of("alert", key.kind(), "queue", key.subject().substring(QUEUE.length()));
        tx.events()
                .append(
                        key.tenant(),
                        key.subject(),
                        NewEvent.of(type, "alert")
                                .because(reason)
                                .by(generation)
                                .with(data));
    }
}
