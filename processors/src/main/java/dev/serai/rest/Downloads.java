package dev.serai.rest;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;

/**
 * GET and HEAD of what may be large, on the router itself: a client may be slow, and must hold neither a thread nor the
 * bytes. So many at once as fit into a sixteenth of the heap; the next one is told to come back.
 */
final class Downloads implements Handler<RoutingContext> {
    /** What one holds at most: a chunk of the store as it comes from the database, and the pieces on their way. */
    static final long EACH = 1 << 20;

    private final ApiHandler find;
    private final Memory memory;

    Downloads(ApiHandler find, Memory memory) {
        this.find = find;
        this.memory = memory;
    }

    @Override
    public void handle(RoutingContext routing) {
        ApiRequest request = ApiRequest.of(routing.request(), new byte[0]);
        Memory.Share share = memory.share();
        if (!share.growTo(EACH)) {
            refuse(routing, request, new Overloaded("too many downloads are under way"), share);
            return;
        }
        Context loop = routing.vertx().getOrCreateContext();
        loop.executeBlocking(() -> Found.of(find.handle(request), request), false)
                .onSuccess(found -> answer(routing, request, found, share))
                .onFailure(refused -> refuse(routing, request, refused, share));
    }

    /** What was asked for, opened where it is wanted. */
    private record Found(ApiResponse answer, Download body, ByteRange range, InputStream in) {
        static Found of(ApiResponse answer, ApiRequest request) throws IOException {
            Download body = (Download) answer.body();
            String condition = request.header("If-Range");
            boolean whole = condition != null && !condition.equals(body.etag());
            ByteRange range = ByteRange.of(whole ? null : request.header("Range"), body.size());
            boolean wanted = request.method().equals("GET") && !range.isEmpty() && !isKnown(request, body);
            return new Found(answer, body, range, wanted ? body.open(range.from()) : InputStream.nullInputStream());
        }

        private static boolean isKnown(ApiRequest request, Download body) {
            return Conditions.isKnown(request, body.etag());
        }

        int status(ApiRequest request) {
            if (isKnown(request, body)) {
                return 304;
            }
            if (range.isAll()) {
                return 200;
            }
            return range.isEmpty() ? 416 : 206;
        }
    }

    private static void answer(RoutingContext routing, ApiRequest request, Found found, Memory.Share share) {
        HttpServerResponse http = routing.response();
        int status = found.status(request);
        http.setStatusCode(status);
        SafeHeaders.api(http, request.id());
        found.answer().headers().forEach(http::putHeader);
        http.putHeader("ETag", found.body().etag());
        http.putHeader("Accept-Ranges", "bytes");
        if (!found.range().isAll()) {
            http.putHeader("Content-Range", found.range().toString());
        }
        if (status >= 300) {
            http.end();
            share.giveBack();
            return;
        }
        http.putHeader("Content-Length", Long.toString(found.range().length()));
        boolean headOnly = routing.request().method().equals(HttpMethod.HEAD);
        new Pouring(
                        routing.vertx(),
                        routing.request(),
                        found.in(),
                        headOnly ? 0 : found.range().length(),
                        share::giveBack)
                .start();
    }

    private static void refuse(RoutingContext routing, ApiRequest request, Throwable reason, Memory.Share share) {
        share.giveBack();
        VertxAnswers.send(routing, Problem.of(reason, request.id()).response(), request.id());
    }
}
