package dev.serai.rest;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Answers given on the Vert.x router, where no route of Camel's is. */
final class VertxAnswers {
    private VertxAnswers() {}

    static void send(RoutingContext context, ApiResponse answer, String requestId) {
        HttpServerResponse http = context.response();
        if (http.ended() || http.closed()) {
            return;
        }
        http.setStatusCode(answer.status());
        SafeHeaders.api(http, requestId);
        answer.headers().forEach(http::putHeader);
        Buffer body = answer.body() instanceof byte[] bytes
                ? Buffer.buffer(bytes)
                : Buffer.buffer(answer.body().toString());
        http.end(body);
    }
}
