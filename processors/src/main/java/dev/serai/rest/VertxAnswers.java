package dev.serai.rest;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.function.UnaryOperator;

/** Answers given on the Vert.x router, where no route of Camel's is. */
final class VertxAnswers {
    private static final String PRESENTED = VertxAnswers.class.getName();

    private VertxAnswers() {}

    /** How whoever asks wants whatever is answered. */
    static void present(RoutingContext context, UnaryOperator<ApiResponse> as) {
        context.put(PRESENTED, as);
    }

    /** To a client that left, nothing. */
    static void send(RoutingContext context, ApiResponse answer, String requestId) {
        Future<Void> unused = delivered(context, answer, requestId);
    }

    /** As {@link #send}; fails when the client left before the answer was written. */
    static Future<Void> delivered(RoutingContext context, ApiResponse given, String requestId) {
        UnaryOperator<ApiResponse> as = context.get(PRESENTED);
        ApiResponse answer = as == null ? given : as.apply(given);
        HttpServerResponse http = context.response();
        if (http.ended() || http.closed()) {
            return Future.failedFuture("the client left");
        }
        http.setStatusCode(answer.status());
        SafeHeaders.api(http, requestId);
        answer.headers().forEach(http::putHeader);
        Buffer body = answer.body() instanceof byte[] bytes
                ? Buffer.buffer(bytes)
                : Buffer.buffer(answer.body().toString());
        return http.end(body);
    }
}
