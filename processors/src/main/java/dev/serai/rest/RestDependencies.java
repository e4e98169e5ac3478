package dev.serai.rest;

import dev.serai.capture.CapturePoints;
import dev.serai.dependency.Dependencies;
import dev.serai.dependency.Dependency;
import dev.serai.dispatch.Outbox;
import dev.serai.files.Home;
import dev.serai.files.Settings;
import dev.serai.follow.Followers;
import dev.serai.queue.Outages;
import dev.serai.queue.Overruns;
import dev.serai.store.Store;
import dev.serai.strategy.Asked;
import dev.serai.strategy.Playbook;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What REST works with.
 *
 * @param config the files that are live now
 * @param edits how other files become live
 * @param routes keeps figures of routes, wherever they run
 * @param playbook what strategies decide by, for standard responses
 * @param meters where gauges are registered; scraped at `/observe/metrics` when it is Prometheus' own
 * @param dependencies what the hub needs besides the database, by name: whether it is up right now, answered at once
 * @param outside what strategies ask
 * @param outages queues that wait for such
 * @param overruns runs in queues that ignored the end of their time
 * @param followers of the log of events
 * @param wayOut what this node's sender knows
 * @param data the data folder, for its free bytes
 * @param version of the hub
 */
public record RestDependencies(
        Store store,
        Supplier<LiveConfig> config,
        Edits edits,
        RouteWatch routes,
        Supplier<Playbook> playbook,
        Settings settings,
        Home home,
        Clock clock,
        MeterRegistry meters,
        CapturePoints points,
        Outbox outbox,
        Trials trials,
        Map<String, BooleanSupplier> dependencies,
        Dependencies outside,
        Outages outages,
        Overruns overruns,
        Followers followers,
        WayOut wayOut,
        Path data,
        String version) {

    /** What is known of those that the strategies of now ask. */
    List<Dependency.Standing> asked() {
        Set<String> names = Asked.by(playbook.get());
        return outside.standings().stream()
                .filter(standing -> names.contains(standing.name()))
                .toList();
    }
}
