package dev.serai.rest;

import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;

/** A client that waits for work: it is answered once, by whoever comes first: work, the end of its patience, the hub's end. */
final class WaitingPull {
    private final RoutingContext routing;
    private final String requestId;
    private final PullApi pulls;
    private final PullApi.Asked asked;
    private final Context loop;
    private boolean trying;
    private boolean late;
    private boolean over;
    private long timer = -1;

    WaitingPull(RoutingContext routing, String requestId, PullApi pulls, PullApi.Asked asked) {
        this.routing = routing;
        this.requestId = requestId;
        this.pulls = pulls;
        this.asked = asked;
        this.loop = routing.vertx().getOrCreateContext();
    }

    /** Begins to be patient; made and begun on the client's own event loop. */
    synchronized void begin(Runnable afterwards) {
        timer = routing.vertx().setTimer(Math.max(1, asked.patience().toMillis()), late -> expire());
        routing.addEndHandler(ended -> {
            close();
            afterwards.run();
        });
    }

    /** Tries for it; true when it need not wait any more, and the next one may try. */
    boolean serve() {
        if (!start()) {
            return true;
        }
        try {
            Pulled pulled = Pulled.by(pulls, asked);
            return pulled.isEmpty() ? rest() : answer(pulled);
        } catch (RuntimeException | Error failure) {
            return answer(Problem.of(failure, requestId).response());
        }
    }

    /** Its patience, or the hub, came to an end: nothing was found, unless it is being looked for right now. */
    synchronized void expire() {
        late = true;
        if (!trying && !over) {
            answer(pulls.nothing());
        }
    }

    private synchronized boolean start() {
        trying = !over && !routing.response().closed();
        return trying;
    }

    /** Nothing there: it goes on waiting, unless it has waited long enough. */
    private synchronized boolean rest() {
        trying = false;
        if (late && !over) {
            answer(pulls.nothing());
        }
        return false;
    }

    private synchronized boolean answer(Pulled pulled) {
        close();
        loop.runOnContext(now -> pulled.send(routing, requestId));
        return true;
    }

    private synchronized boolean answer(ApiResponse answer) {
        close();
        loop.runOnContext(now -> VertxAnswers.send(routing, answer, requestId));
        return true;
    }

    private synchronized void close() {
        over = true;
        trying = false;
        routing.vertx().cancelTimer(timer);
    }
}
