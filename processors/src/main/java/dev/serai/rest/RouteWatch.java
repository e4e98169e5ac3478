package dev.serai.rest;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;

/** Keeps figures of the routes of all Camel contexts: the one that the hub always has, and those of generations. */
public final class RouteWatch {
    private final RouteMeters meters;
    private final RouteFailures failures;
    private final Supplier<List<CamelContext>> generations;

    /** @param generations where strategies and accounts run now */
    public RouteWatch(MeterRegistry meters, Clock clock, Supplier<List<CamelContext>> generations) {
        this.meters = new RouteMeters(meters);
        this.failures = new RouteFailures(clock);
        this.generations = generations;
    }

    /** Watches a context whose routes come and go one by one; to be called before any is added. */
    void watch(CamelContext context) {
        meters.install(context);
        context.getManagementStrategy().addEventNotifier(failures);
    }

    /** Watches a context of one generation: figures of a route go on in the next one. */
    public void watchGeneration(CamelContext context) {
        meters.installKept(context);
        context.getManagementStrategy().addEventNotifier(failures);
    }

    /** Forgets what is known of other routes. */
    public void keepOnly(Set<String> routeIds) {
        meters.keepOnly(routeIds);
        failures.keepOnly(routeIds);
    }

    RouteStatuses statuses(CamelContext hub) {
        return new RouteStatuses(hub, generations, meters, failures);
    }
}
