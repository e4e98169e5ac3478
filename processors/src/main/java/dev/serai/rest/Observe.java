package dev.serai.rest;

import dev.serai.access.Role;
import dev.serai.interaction.Json;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** `/observe/health` (with `/live` and `/ready`) and `/observe/metrics`. */
final class Observe {
    private final Health health;
    private final MeterRegistry meters;

    Observe(Health health, MeterRegistry meters) {
        this.health = health;
        this.meters = meters;
    }

    void mount(Router router) {
        router.get("/observe/health").handler(routing -> report(routing, health::ready));
        router.get("/observe/health/ready").handler(routing -> report(routing, health::ready));
        router.get("/observe/health/live").handler(routing -> report(routing, health::live));
        router.get("/observe/metrics").handler(routing -> off(routing, this::scrape));
    }

    /** Whoever may not look into the hub learns the verdict only. */
    private static void report(RoutingContext routing, Supplier<Health.Report> look) {
        boolean whole = Caller.of(routing.request()).has(Role.VIEW);
        off(routing, () -> {
            Health.Report report = look.get();
            int status = report.status() == Health.Level.DOWN ? 503 : 200;
            Object told = whole ? report : Map.of("status", report.status());
            return ApiResponse.of(status, "application/json", Json.write(told));
        });
    }

    private ApiResponse scrape() {
        return prometheus(meters)
                .map(registry -> ApiResponse.of(200, "text/plain; version=0.0.4; charset=utf-8", registry.scrape()))
                .orElseThrow(() -> new ApiException(ProblemCode.NOT_FOUND, "this hub keeps no Prometheus meters"));
    }

    private static Optional<PrometheusMeterRegistry> prometheus(MeterRegistry registry) {
        Stream<MeterRegistry> all =
                registry instanceof CompositeMeterRegistry many ? many.getRegistries().stream() : Stream.of(registry);
        return all.filter(PrometheusMeterRegistry.class::isInstance)
                .map(PrometheusMeterRegistry.class::cast)
                .findFirst();
    }

    /** Off the event loop: the database may take its time. */
    private static void off(RoutingContext routing, Callable<ApiResponse> work) {
        String id = ApiRequest.newId();
        routing.vertx()
                .executeBlocking(work, false)
                .onSuccess(answer -> VertxAnswers.send(routing, answer, id))
                .onFailure(failure ->
                        VertxAnswers.send(routing, Problem.of(failure, id).response(), id));
    }
}
