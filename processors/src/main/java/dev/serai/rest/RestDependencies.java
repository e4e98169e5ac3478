package dev.serai.rest;

import dev.serai.capture.CapturePoints;
import dev.serai.dispatch.Outbox;
import dev.serai.files.Home;
import dev.serai.files.Settings;
import dev.serai.store.Store;
import dev.serai.strategy.Playbook;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
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
        Path data,
        String version) {}
