package dev.serai.rest;

import dev.serai.store.Store;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.CompletableFuture;

/**
 * Takes submits in JSON without a thread that waits for the commit: as many clients as there are share commit groups, and
 * the answer goes out when theirs is durable. Everything else that is posted there goes on.
 */
final class Submits implements Handler<RoutingContext> {
    /** What takes longer to read than an event loop may be kept. */
    private static final int LARGE = 64 << 10;

    private final SubmitApi submits;
    private final Store store;

    Submits(SubmitApi submits, Store store) {
        this.submits = submits;
        this.store = store;
    }

    @Override
    public void handle(RoutingContext routing) {
        String type = ApiRequest.mediaType(routing.request().getHeader("Content-Type"));
        if (type.equals("application/json")) {
            take(routing);
        } else {
            routing.next();
        }
    }

    private void take(RoutingContext routing) {
        Context loop = routing.vertx().getOrCreateContext();
        Buffer body = routing.body().buffer();
        byte[] bytes = body == null ? new byte[0] : body.getBytes();
        ApiRequest request = ApiRequest.of(routing.request(), bytes);
        if (bytes.length < LARGE && !store.isCrowded() && !asks(request)) {
            CompletableFuture<ApiResponse> unused = submitted(request)
                    .whenComplete((answer, failure) -> loop.runOnContext(now -> send(routing, request, answer)));
        } else {
            loop.executeBlocking(() -> submitted(request), false)
                    .compose(later -> Future.fromCompletionStage(later, loop))
                    .onSuccess(answer -> send(routing, request, answer))
                    .onFailure(failure -> send(
                            routing, request, Problem.of(failure, request.id()).response()));
        }
    }

    /** Whether the database is asked before anything is written: whose a parent is, and by which point it came. */
    private static boolean asks(ApiRequest request) {
        return request.caller().isLimited() || mayHaveParent(request.text());
    }

    /** Letters of a name may be written as escapes (RFC 8259 section 7). */
    static boolean mayHaveParent(String json) {
        return json.contains("parentId") || json.contains("\\u");
    }

    /** Never completes exceptionally: what failed is answered as a problem. */
    private CompletableFuture<ApiResponse> submitted(ApiRequest request) {
        try {
            return submits.later(request)
                    .exceptionally(failure -> Problem.of(failure, request.id()).response());
        } catch (RuntimeException refused) {
            return CompletableFuture.completedFuture(
                    Problem.of(refused, request.id()).response());
        }
    }

    private static void send(RoutingContext routing, ApiRequest request, ApiResponse answer) {
        VertxAnswers.send(routing, answer, request.id());
    }
}
