package dev.serai.rest;

import dev.serai.interaction.QueueName;
import dev.serai.operation.Lease;
import dev.serai.operation.Outcome;
import dev.serai.store.Store;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Pulls that wait for work without holding a thread: each tries when the store says that its queue has work, now and
 * then by itself (work of another node, or due by time), and answers with nothing when its patience ends.
 */
final class LongPoll implements Handler<RoutingContext> {
    private static final Duration BY_ITSELF = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final PullApi pulls;
    private final Map<QueueName, Set<Waiting>> waiting = new ConcurrentHashMap<>();

    LongPoll(Vertx vertx, PullApi pulls, Store store) {
        this.vertx = vertx;
        this.pulls = pulls;
        store.onWork(this::wake);
    }

    /** Takes every pull; one without patience is answered after its first try. */
    @Override
    public void handle(RoutingContext routing) {
        byte[] body = routing.body().buffer() == null
                ? new byte[0]
                : routing.body().buffer().getBytes();
        ApiRequest request = ApiRequest.of(routing.request(), body);
        try {
            PullApi.Asked asked = pulls.read(request);
            new Waiting(routing, request.id(), asked).start();
        } catch (RuntimeException refused) {
            VertxAnswers.send(routing, Problem.of(refused, request.id()).response(), request.id());
        }
    }

    private void wake(QueueName queue) {
        waiting.getOrDefault(queue, Set.of()).forEach(Waiting::wake);
    }

    /** One waiting client; all of it runs on the client's own event loop. */
    private final class Waiting {
        private final RoutingContext routing;
        private final String requestId;
        private final PullApi.Asked asked;
        private final Context loop = vertx.getOrCreateContext();
        private final long end;
        private boolean trying;
        private boolean wokenMeanwhile;
        private boolean over;
        private long timer = -1;

        Waiting(RoutingContext routing, String requestId, PullApi.Asked asked) {
            this.routing = routing;
            this.requestId = requestId;
            this.asked = asked;
            this.end = System.nanoTime() + asked.patience().toNanos();
        }

        void start() {
            waiting.computeIfAbsent(asked.queue(), any -> ConcurrentHashMap.newKeySet())
                    .add(this);
            routing.response().closeHandler(gone -> finish());
            attempt();
        }

        void wake() {
            loop.runOnContext(now -> attempt());
        }

        private void attempt() {
            wokenMeanwhile = trying;
            if (!trying && !over) {
                trying = true;
                vertx.cancelTimer(timer);
                loop.executeBlocking(() -> pulls.attempt(asked), false)
                        .onSuccess(this::tried)
                        .onFailure(this::failed);
            }
        }

        private void tried(Outcome<List<Lease>> outcome) {
            trying = false;
            boolean empty = outcome instanceof Outcome.Done<List<Lease>> done
                    && done.value().isEmpty()
                    && !done.replayed();
            long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (!empty || left <= 0) {
                answer(outcome);
            } else if (wokenMeanwhile) {
                attempt();
            } else {
                timer = vertx.setTimer(Math.max(1, Math.min(left, BY_ITSELF.toMillis())), now -> attempt());
            }
        }

        private void answer(Outcome<List<Lease>> outcome) {
            try {
                finish(pulls.answer(outcome));
            } catch (RuntimeException refused) {
                failed(refused);
            }
        }

        private void failed(Throwable failure) {
            finish(Problem.of(failure, requestId).response());
        }

        private void finish(ApiResponse answer) {
            if (!over) {
                VertxAnswers.send(routing, answer, requestId);
            }
            finish();
        }

        private void finish() {
            over = true;
            vertx.cancelTimer(timer);
            waiting.getOrDefault(asked.queue(), Set.of()).remove(this);
        }
    }
}
