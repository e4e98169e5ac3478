package dev.serai.rest;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Stands before the API until all verbs are there, so that no client takes a hub that starts or ends for one without them. */
final class Opening implements Handler<RoutingContext> {
    static final String REASON = "the hub is starting, or ends; try again";

    private volatile boolean open;

    /** Lets requests in from now on. */
    void open() {
        open = true;
    }

    /** Answers 503 from now on. */
    void shut() {
        open = false;
    }

    boolean isOpen() {
        return open;
    }

    @Override
    public void handle(RoutingContext routing) {
        if (open) {
            routing.next();
            return;
        }
        String id = ApiRequest.newId();
        VertxAnswers.send(
                routing,
                Problem.of(ProblemCode.UNAVAILABLE, REASON, id, List.of()).response(),
                id);
    }
}
