package dev.serai.rest;

import dev.serai.access.jwt.Tokens;
import dev.serai.files.Generation;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.State;
import dev.serai.overdue.QueueAlarm;
import dev.serai.overdue.QueueClock;
import dev.serai.store.StoreException;
import dev.serai.store.Tx;
import dev.serai.threads.Endurance;
import dev.serai.threads.Pace;
import dev.serai.threads.Ticks;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gauges of what the database holds, read all at once every few seconds and never by a scrape. */
final class HubMeters implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HubMeters.class);
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final RestDependencies hub;
    private final Optional<Tokens> tokens;
    /** Looking on costs half a percent of a processor at most, but every few minutes it looks. */
    private final Pace pace = new Pace(200, Duration.ofMinutes(5));

    private final MultiGauge depth;
    private final MultiGauge oldest;
    private final MultiGauge overdue;
    private final MultiGauge alerts;
    private final MultiGauge leases;
    private final MultiGauge quarantined;
    private final MultiGauge stages;
    private final MultiGauge dependencies;
    private final MultiGauge behind;
    private final MultiGauge outgoing;
    private final ScheduledExecutorService timer = Ticks.named("serai-meters", 1);

    HubMeters(RestDependencies hub, Optional<Tokens> tokens) {
        this.hub = hub;
        this.tokens = tokens;
        MeterRegistry meters = hub.meters();
        depth = gauges("serai_queue_depth", "Interactions that wait in a queue");
        oldest = gauges("serai_queue_oldest_age_seconds", "Age of the oldest that could be taken");
        overdue = gauges("serai_queue_overdue", "Interactions received longer ago than the queue's objective allows");
        alerts = gauges("serai_queue_alert", "1 while a queue is over a limit of its file");
        leases = gauges("serai_leases", "Interactions that clients have");
        quarantined = gauges("serai_quarantined", "Interactions in quarantine");
        stages = gauges("serai_oldest_age_seconds", "Age of the oldest by stage");
        dependencies = gauges("serai_dependency_up", "Whether what the hub needs answers: 1 or 0");
        behind = gauges("serai_follower_behind", "Events that a follower of the log has yet to take");
        outgoing = gauges("serai_outgoing_waiting", "Answers and news that wait to be sent to a capture point");
        Gauge.builder("serai_disk_free_bytes", () -> hub.data().toFile().getUsableSpace())
                .description("Free bytes where the data folder lies")
                .register(meters);
    }

    /** Counters are this process's own: sums over the nodes count each once. */
    private void count(Tx.Counted one) {
        switch (one.eventType()) {
            case "serai.interaction.submitted" -> placements(one.queue(), "born");
            case "serai.interaction.placed" -> placements(one.queue(), "placed");
            default ->
                hub.meters()
                        .counter("serai_leases_expired_total", "queue", one.queue())
                        .increment();
        }
    }

    private void placements(String queue, String result) {
        hub.meters()
                .counter("serai_placements_total", "queue", queue, "result", result)
                .increment();
    }

    private void followers() {
        List<Row<?>> rows = new ArrayList<>();
        hub.followers().standings().forEach(one -> rows.add(Row.of(Tags.of("follower", one.name()), one.behind())));
        behind.register(rows, true);
    }

    /** Names that are in no file any more would stay for ever: they are one. */
    private void outgoing(HubReading reading) {
        Map<String, Long> byPoint = new java.util.TreeMap<>();
        UnsentAnswers.of(reading.outgoing(), hub.config().get().generation())
                .forEach(one -> byPoint.merge(one.declared() ? one.point().value() : "gone", one.waiting(), Long::sum));
        outgoing.register(
                byPoint.entrySet().stream()
                        .map(one -> Row.of(Tags.of("point", one.getKey()), one.getValue()))
                        .toList(),
                true);
    }

    void start() {
        hub.store().onCounted(this::count);
        ScheduledFuture<?> unused = Endurance.every(timer, "meters", Duration.ZERO, INTERVAL, this::refresh);
    }

    /** One reading into all gauges, less often where it takes long. */
    void refresh() {
        pace.run(this::read);
    }

    private void read() {
        try {
            dependencies();
            HubReading reading = HubReading.of(hub.store());
            Collection<QueueDefinition> queues =
                    hub.config().get().generation().queues().values();
            perQueue(depth, queues, queue -> reading.count(queue.name(), State.QUEUED));
            perQueue(oldest, queues, queue -> reading.ageSeconds(reading.oldestDue(queue.name())));
            alerts(reading);
            overdue();
            perQueue(leases, queues, queue -> reading.count(queue.name(), State.ASSIGNED));
            quarantined.register(
                    reading.quarantine().stream()
                            .map(group -> Row.of(Tags.of("cause", group.cause()), group.count()))
                            .toList(),
                    true);
            stages.register(stages(reading, queues), true);
            followers();
            outgoing(reading);
        } catch (StoreException.Unavailable away) {
            LOG.debug("meters wait for the database");
        } catch (RuntimeException failure) {
            LOG.warn("meters were not refreshed, it is tried again reason={}", failure.getMessage());
        }
    }

    private void alerts(HubReading reading) {
        Generation generation = hub.config().get().generation();
        perQueue(
                alerts,
                generation.queues().values(),
                queue -> QueueAlarm.of(
                                        QueueClock.of(generation, queue),
                                        reading.count(queue.name(), State.QUEUED),
                                        reading.oldestDue(queue.name()),
                                        reading.at())
                                .isEmpty()
                        ? 0
                        : 1);
    }

    private void overdue() {
        Generation generation = hub.config().get().generation();
        List<QueueDefinition> promised = generation.queues().values().stream()
                .filter(queue -> queue.serviceObjective().isPresent())
                .toList();
        perQueue(
                overdue,
                promised,
                queue -> hub.store()
                        .read(tx -> QueueFigures.overdue(tx, generation, queue, Realm.ALL)
                                .orElse(0L)));
    }

    private void dependencies() {
        List<Row<?>> rows = new ArrayList<>();
        rows.add(up("database", hub.store().database().isUp()));
        hub.dependencies().forEach((name, isUp) -> rows.add(up(name, isUp.getAsBoolean())));
        tokens.ifPresent(taken -> rows.add(up(Tokens.DEPENDENCY, taken.canRead())));
        hub.asked().forEach(standing -> rows.add(up(standing.name(), standing.up())));
        dependencies.register(rows, true);
    }

    private static Row<?> up(String name, boolean isUp) {
        return Row.of(Tags.of("name", name), isUp ? 1 : 0);
    }

    private static List<Row<?>> stages(HubReading reading, Collection<QueueDefinition> queues) {
        Map<String, Double> oldest =
                new java.util.TreeMap<>(Map.of("intake", 0.0, "strategy", 0.0, "client", 0.0, "dispatch", 0.0));
        for (QueueDefinition queue : queues) {
            oldest.merge(stage(queue), reading.ageSeconds(reading.oldestDue(queue.name())), Math::max);
        }
        reading.quarantine()
                .forEach(group -> oldest.merge("quarantine", reading.ageSeconds(group.oldest()), Math::max));
        List<Row<?>> rows = new ArrayList<>();
        oldest.forEach((stage, age) -> rows.add(Row.of(Tags.of("stage", stage), age)));
        return rows;
    }

    private static String stage(QueueDefinition queue) {
        if (queue.isHubOwn()) {
            return queue.name().value();
        }
        return queue.strategy() ? "strategy" : "client";
    }

    private static void perQueue(
            MultiGauge gauge, Collection<QueueDefinition> queues, ToDoubleFunction<QueueDefinition> value) {
        List<Row<?>> rows = new ArrayList<>();
        queues.forEach(queue -> rows.add(Row.of(Tags.of("queue", queue.name().value()), value.applyAsDouble(queue))));
        gauge.register(rows, true);
    }

    private MultiGauge gauges(String name, String description) {
        return MultiGauge.builder(name).description(description).register(hub.meters());
    }

    @Override
    public void close() {
        Ticks.end(timer);
    }
}
