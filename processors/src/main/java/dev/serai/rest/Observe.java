package dev.serai.rest;

import dev.serai.interaction.Json;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.Callable;
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
        router.get("/observe/health").handler(routing -> off(routing, () -> report(health.ready())));
        router.get("/observe/health/ready").handler(routing -> off(routing, () -> report(health.ready())));
        router.get("/observe/health/live").handler(routing -> off(routing, () -> report(health.live())));
        router.get("/observe/metrics").handler(routing -> off(routing, this::scrape));
    }

    private static ApiResponse report(Health.Report report) {
        int status = report.status() == Health.Level.DOWN ? 503 : 200;
        return ApiResponse.of(status, "application/json", Json.write(report));
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
