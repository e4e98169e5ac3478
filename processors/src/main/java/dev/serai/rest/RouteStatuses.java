package dev.serai.rest;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.api.management.mbean.ManagedRouteMBean;
import org.jspecify.annotations.Nullable;

/** Reads the routes' figures from Camel's management and meters. */
final class RouteStatuses {
    private final CamelContext context;
    private final RouteMeters meters;
    private final RouteFailures failures;

    RouteStatuses(CamelContext context, RouteMeters meters, RouteFailures failures) {
        this.context = context;
        this.meters = meters;
        this.failures = failures;
    }

    /** The routes that files and the hub defined; the insides of kamelets are part of theirs. */
    List<RouteStatus> list() {
        return context.getRoutes().stream()
                .filter(route -> !route.isCreatedByKamelet())
                .map(this::status)
                .sorted(Comparator.comparing(RouteStatus::id))
                .toList();
    }

    Optional<RouteStatus> find(String id) {
        return Optional.ofNullable(context.getRoute(id)).map(this::status);
    }

    private RouteStatus status(Route route) {
        String id = route.getRouteId();
        ManagedRouteMBean figures = figures(id);
        String state = context.getRouteController().getRouteStatus(id).name().toLowerCase(Locale.ROOT);
        return new RouteStatus(
                id,
                route.getDescription(),
                state,
                figures == null ? 0 : figures.getExchangesCompleted() + figures.getExchangesFailed(),
                figures == null ? 0 : figures.getExchangesFailed() + figures.getFailuresHandled(),
                figures == null ? 0 : figures.getExchangesInflight(),
                figures == null ? 0 : Math.max(0, figures.getMeanProcessingTime()),
                meters.p99(id),
                figures == null ? null : instant(figures.getLastExchangeCompletedTimestamp()),
                lastFailure(id, figures));
    }

    private RouteStatus.@Nullable LastFailure lastFailure(String id, @Nullable ManagedRouteMBean figures) {
        Optional<RouteFailures.Failure> known = failures.of(id);
        if (known.isPresent()) {
            return new RouteStatus.LastFailure(known.get().at(), known.get().reason());
        }
        Instant at = figures == null ? null : instant(figures.getLastExchangeFailureTimestamp());
        return at == null ? null : new RouteStatus.LastFailure(at, null);
    }

    private @Nullable ManagedRouteMBean figures(String id) {
        ManagedCamelContext managed = context.getCamelContextExtension().getContextPlugin(ManagedCamelContext.class);
        return managed == null ? null : managed.getManagedRoute(id);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
