package dev.serai.rest;

import dev.serai.interaction.QueueName;
import dev.serai.store.Store;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Pulls that wait for work without holding a thread: their line looks when the store says that its queue has work, now and
 * then by itself (work of another node, or due by time), and each is answered with nothing when its patience ends.
 */
final class LongPoll implements Handler<RoutingContext>, AutoCloseable {
    private static final Duration BY_ITSELF = Duration.ofSeconds(2);
    /** Their own, so that pulls that wait for the database hold up nothing else. */
    private static final int THREADS = 4;

    private static final Share SHARE = new Share("pulls that wait", 10_000, 2_500);

    private final PullApi pulls;
    private final WorkerExecutor workers;
    private final Map<Key, WaitingLine> lines = new ConcurrentHashMap<>();
    private final Vertx vertx;
    private final long timer;
    private volatile boolean ending;

    LongPoll(Vertx vertx, PullApi pulls, Store store) {
        this.vertx = vertx;
        this.pulls = pulls;
        this.workers = vertx.createSharedWorkerExecutor("serai-pulls", THREADS);
        this.timer =
                vertx.setPeriodic(BY_ITSELF.toMillis(), now -> lines.values().forEach(WaitingLine::look));
        store.onWork(this::wake);
    }

    /** One line each: who may have the same. */
    private record Key(QueueName queue, String view, String tenants) {}

    /** Takes every pull; one without patience is answered after its first try. */
    @Override
    public void handle(RoutingContext routing) {
        byte[] body = routing.body().buffer() == null
                ? new byte[0]
                : routing.body().buffer().getBytes();
        ApiRequest request = ApiRequest.of(routing.request(), body);
        try {
            PullApi.Asked asked = pulls.read(request);
            workers.executeBlocking(() -> first(routing, asked), false)
                    .map(pulled -> {
                        if (pulled.isEmpty() && !asked.patience().isZero() && !ending) {
                            await(routing, request.id(), asked);
                        } else {
                            pulled.send(routing, request.id());
                        }
                        return pulled;
                    })
                    .onFailure(refused -> refuse(routing, request, refused));
        } catch (RuntimeException refused) {
            refuse(routing, request, refused);
        }
    }

    PullApi pulls() {
        return pulls;
    }

    /** How many wait. */
    int waiting() {
        return lines.values().stream().mapToInt(WaitingLine::size).sum();
    }

    private int waiting(String tenants) {
        return lines.entrySet().stream()
                .filter(line -> line.getKey().tenants().equals(tenants))
                .mapToInt(line -> line.getValue().size())
                .sum();
    }

    private Pulled first(RoutingContext routing, PullApi.Asked asked) {
        if (routing.response().closed()) {
            throw new Overloaded("the client left");
        }
        return Pulled.by(pulls, asked);
    }

    private void await(RoutingContext routing, String requestId, PullApi.Asked asked) {
        if (routing.response().closed()) {
            return; // nobody would tell its end, and work would be claimed for nobody
        }
        SHARE.admit(asked.tenants(), waiting(), waiting(asked.tenants()));
        WaitingLine line = lines.computeIfAbsent(
                new Key(asked.queue(), asked.view(), asked.tenants()), any -> new WaitingLine(this::work));
        WaitingPull pull = new WaitingPull(routing, requestId, pulls, asked);
        pull.begin(() -> line.leave(pull));
        line.join(pull);
    }

    private void work(Runnable task) {
        workers.executeBlocking(
                () -> {
                    task.run();
                    return task;
                },
                false);
    }

    private void wake(QueueName queue) {
        lines.forEach((key, line) -> {
            if (key.queue().equals(queue)) {
                line.look();
            }
        });
    }

    private static void refuse(RoutingContext routing, ApiRequest request, Throwable refused) {
        VertxAnswers.send(routing, Problem.of(refused, request.id()).response(), request.id());
    }

    /** Answers everybody with nothing: the hub ends. */
    @Override
    public void close() {
        ending = true;
        vertx.cancelTimer(timer);
        lines.values().stream().flatMap(line -> line.everybody().stream()).forEach(WaitingPull::expire);
    }
}
