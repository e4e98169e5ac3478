package dev.serai.dispatch;

import dev.serai.interaction.AccountName;
import dev.serai.store.DispatchOverview.Count;
import dev.serai.store.DispatchRow;
import dev.serai.store.Store;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * `serai_dispatch_total` by account and state reached; by account what has not left yet: `serai_dispatch_pending`, and
 * `serai_dispatch_oldest_age_seconds` of the oldest that leaves by itself.
 */
final class DispatchMeters {
    private static final Set<DispatchRow.State> WAITING = Set.of(
            DispatchRow.State.PENDING,
            DispatchRow.State.SENDING,
            DispatchRow.State.DEFERRED,
            DispatchRow.State.UNCERTAIN);

    private static final Set<DispatchRow.State> LEAVING =
            Set.of(DispatchRow.State.PENDING, DispatchRow.State.SENDING, DispatchRow.State.DEFERRED);

    private final Store store;
    private final MeterRegistry registry;
    private final Map<AccountName, AtomicLong> pending = new ConcurrentHashMap<>();
    private final Map<AccountName, AtomicLong> oldest = new ConcurrentHashMap<>();

    DispatchMeters(Store store, MeterRegistry registry) {
        this.store = store;
        this.registry = registry;
    }

    void settled(AccountName account, DispatchRow.State state) {
        registry.counter("serai.dispatch", "account", account.value(), "state", state.word())
                .increment();
    }

    void refresh() {
        Reading reading = store.read(tx -> new Reading(tx.dispatchOverview().openCounts(), tx.now()));
        List<Count> counts = reading.counts();
        Map<AccountName, Long> now = new HashMap<>();
        counts.forEach(
                count -> now.merge(count.account(), WAITING.contains(count.state()) ? count.count() : 0L, Long::sum));
        show(pending, "serai.dispatch.pending", now);
        show(oldest, "serai.dispatch.oldest.age.seconds", reading.ages());
    }

    /** At one moment of the database's clock. */
    private record Reading(List<Count> counts, Instant at) {
        Map<AccountName, Long> ages() {
            Map<AccountName, Long> ages = new HashMap<>();
            counts.stream()
                    .filter(count -> LEAVING.contains(count.state()))
                    .forEach(count -> ages.merge(
                            count.account(),
                            Math.max(0, Duration.between(count.oldest(), at).toSeconds()),
                            Math::max));
            return ages;
        }
    }

    /** Accounts that have nothing any more go down to 0. */
    private void show(Map<AccountName, AtomicLong> gauges, String name, Map<AccountName, Long> values) {
        values.keySet().forEach(account -> gauges.computeIfAbsent(account, fresh -> gauge(name, fresh)));
        gauges.forEach((account, gauge) -> gauge.set(values.getOrDefault(account, 0L)));
    }

    private AtomicLong gauge(String name, AccountName account) {
        AtomicLong value = new AtomicLong();
        io.micrometer.core.instrument.Gauge.builder(name, value, AtomicLong::get)
                .tag("account", account.value())
                .register(registry);
        return value;
    }
}
