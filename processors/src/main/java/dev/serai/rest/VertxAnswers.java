package dev.serai.rest;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Answers given on the Vert.x router, where no route of Camel's is. */
final class VertxAnswers {
    private VertxAnswers() {}

    /** To a client that left, nothing. */
    static void send(RoutingContext context, ApiResponse answer, String requestId) {
        Future<Void> unused = delivered(context, answer, requestId);
    }

    /** As {@link #send}; fails when the client left before the answer was written. */
    static Future<Void> delivered(RoutingContext context, ApiResponse answer, String requestId) {
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
