package dev.serai.dispatch;

import dev.serai.interaction.AccountName;
import dev.serai.store.DispatchRow;
import dev.serai.store.DispatchTable.Count;
import dev.serai.store.Store;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** `serai_dispatch_total` by account and state reached, `serai_dispatch_pending` by account: what has not left yet. */
final class DispatchMeters {
    private static final Set<DispatchRow.State> WAITING = Set.of(
            DispatchRow.State.PENDING,
            DispatchRow.State.SENDING,
            DispatchRow.State.DEFERRED,
            DispatchRow.State.UNCERTAIN);

    private final Store store;
    private final MeterRegistry registry;
    private final Map<AccountName, AtomicLong> pending = new ConcurrentHashMap<>();

    DispatchMeters(Store store, MeterRegistry registry) {
        this.store = store;
        this.registry = registry;
    }

    void settled(AccountName account, DispatchRow.State state) {
        registry.counter("serai.dispatch", "account", account.value(), "state", state.word())
                .increment();
    }

    void refresh() {
        List<Count> counts = store.read(tx -> tx.dispatches().openCounts());
        Map<AccountName, Long> now = new HashMap<>();
        counts.forEach(
                count -> now.merge(count.account(), WAITING.contains(count.state()) ? count.count() : 0L, Long::sum));
        now.keySet().forEach(account -> pending.computeIfAbsent(account, this::gauge));
        pending.forEach((account, gauge) -> gauge.set(now.getOrDefault(account, 0L)));
    }

    private AtomicLong gauge(AccountName account) {
        AtomicLong value = new AtomicLong();
        io.micrometer.core.instrument.Gauge.builder("serai.dispatch.pending", value, AtomicLong::get)
                .tag("account", account.value())
                .register(registry);
        return value;
    }
}
