package dev.serai.rest;

import dev.serai.operation.Lease;
import dev.serai.operation.Outcome;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** What a pull found, with the answer made of it. */
record Pulled(PullApi pulls, PullApi.Asked asked, Outcome<List<Lease>> outcome, ApiResponse answer) {

    /** Claims now; not on an event loop: a hundred interactions are a large answer. */
    static Pulled by(PullApi pulls, PullApi.Asked asked) {
        Outcome<List<Lease>> outcome = pulls.attempt(asked);
        return new Pulled(pulls, asked, outcome, pulls.answer(outcome));
    }

    boolean isEmpty() {
        return PullApi.isEmpty(outcome);
    }

    /** Work whose client left goes back at once, unless the client can ask for the same answer again. */
    void send(RoutingContext routing, String requestId) {
        Future<Void> unused =
                VertxAnswers.delivered(routing, answer, requestId).onFailure(gone -> pulls.giveBack(asked, outcome));
    }
}
