package dev.serai.rest;

import dev.serai.access.Role;
import dev.serai.interaction.Json;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** `/observe/health` (with `/live` and `/ready`) and `/observe/metrics`. */
final class Observe {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Checkup checkup;
    private final MeterRegistry meters;

    Observe(Health health, MeterRegistry meters) {
        this.checkup = new Checkup(health::parts, PATIENCE);
        this.meters = meters;
    }

    void mount(Vertx vertx, Router router) {
        // their own thread: whatever else hangs, meters are in memory
        WorkerExecutor scrapes = vertx.createSharedWorkerExecutor("serai-scrapes", 1);
        router.get("/observe/health").handler(routing -> report(routing, checkup.report()));
        router.get("/observe/health/ready").handler(routing -> report(routing, checkup.report()));
        router.get("/observe/health/live")
                .handler(routing -> report(routing, CompletableFuture.completedFuture(Health.live())));
        router.get("/observe/metrics")
                .handler(routing -> answer(routing, scrapes.executeBlocking(this::scrape, false)));
    }

    /** Whoever may not look into the hub learns the verdict only. */
    private static void report(RoutingContext routing, CompletableFuture<Health.Report> later) {
        Caller caller = Caller.of(routing.request());
        boolean whole = caller.has(Role.VIEW) && caller.isOfHub() && !caller.isLimited();
        answer(
                routing,
                Future.fromCompletionStage(
                        later.thenApply(report -> {
                            int status = report.status() == Health.Level.DOWN ? 503 : 200;
                            Object told = whole ? report : Map.of("status", report.status());
                            return ApiResponse.of(status, "application/json", Json.write(told));
                        }),
                        routing.vertx().getOrCreateContext()));
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

    private static void answer(RoutingContext routing, Future<ApiResponse> later) {
        String id = ApiRequest.newId();
        later.onSuccess(answer -> VertxAnswers.send(routing, answer, id))
                .onFailure(failure ->
                        VertxAnswers.send(routing, Problem.of(failure, id).response(), id));
    }

    void close() {
        checkup.close();
    }
}
