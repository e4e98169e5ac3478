package dev.serai.rest;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.api.management.mbean.ManagedRouteMBean;
import org.jspecify.annotations.Nullable;

/** Reads the routes' figures from Camel's management, and from meters where a context has none. */
final class RouteStatuses {
    private final CamelContext hub;
    private final Supplier<List<CamelContext>> generations;
    private final RouteMeters meters;
    private final RouteFailures failures;

    /**
     * @param hub the context that is always there
     * @param generations where strategies and accounts run now
     */
    RouteStatuses(
            CamelContext hub, Supplier<List<CamelContext>> generations, RouteMeters meters, RouteFailures failures) {
        this.hub = hub;
        this.generations = generations;
        this.meters = meters;
        this.failures = failures;
    }

    /** The routes that files and the hub defined; the insides of kamelets are part of theirs. */
    List<RouteStatus> list() {
        Map<String, RouteStatus> byId = new TreeMap<>();
        contexts()
                .forEach(context -> context.getRoutes().stream()
                        .filter(route -> !route.isCreatedByKamelet())
                        .forEach(route -> byId.putIfAbsent(route.getRouteId(), status(context, route))));
        return List.copyOf(byId.values());
    }

    Optional<RouteStatus> find(String id) {
        return contexts()
                .filter(context -> context.getRoute(id) != null)
                .findFirst()
                .map(context -> status(context, context.getRoute(id)));
    }

    /** Where a route runs. */
    Optional<CamelContext> context(String id) {
        return contexts().filter(context -> context.getRoute(id) != null).findFirst();
    }

    private Stream<CamelContext> contexts() {
        return Stream.concat(generations.get().stream(), Stream.of(hub));
    }

    private RouteStatus status(CamelContext context, Route route) {
        ManagedRouteMBean figures = figures(context, route.getRouteId());
        return figures == null ? metered(context, route) : managed(context, route, figures);
    }

    private RouteStatus managed(CamelContext context, Route route, ManagedRouteMBean figures) {
        String id = route.getRouteId();
        return new RouteStatus(
                id,
                route.getDescription(),
                state(context, id),
                figures.getExchangesCompleted() + figures.getExchangesFailed(),
                figures.getExchangesFailed() + figures.getFailuresHandled(),
                figures.getExchangesInflight(),
                Math.max(0, figures.getMeanProcessingTime()),
                meters.p99(id),
                instant(figures.getLastExchangeCompletedTimestamp()),
                lastFailure(id, figures));
    }

    /** Contexts of generations are not managed; their meters go on from one to the next. */
    private RouteStatus metered(CamelContext context, Route route) {
        String id = route.getRouteId();
        return new RouteStatus(
                id,
                route.getDescription(),
                state(context, id),
                meters.count("camel.exchanges.total", id),
                meters.count("camel.exchanges.failed", id) + meters.count("camel.exchanges.failures.handled", id),
                context.getInflightRepository().size(id),
                meters.meanMillis(id),
                meters.p99(id),
                null,
                lastFailure(id, null));
    }

    private static String state(CamelContext context, String id) {
        return String.valueOf(context.getRouteController().getRouteStatus(id)).toLowerCase(Locale.ROOT);
    }

    private RouteStatus.@Nullable LastFailure lastFailure(String id, @Nullable ManagedRouteMBean figures) {
        Optional<RouteFailures.Failure> known = failures.of(id);
        if (known.isPresent()) {
            return new RouteStatus.LastFailure(known.get().at(), known.get().reason());
        }
        Instant at = figures == null ? null : instant(figures.getLastExchangeFailureTimestamp());
        return at == null ? null : new RouteStatus.LastFailure(at, null);
    }

    private static @Nullable ManagedRouteMBean figures(CamelContext context, String id) {
        ManagedCamelContext managed = context.getCamelContextExtension().getContextPlugin(ManagedCamelContext.class);
        return managed == null ? null : managed.getManagedRoute(id);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
