package dev.serai.rest;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads request bodies into memory, all of them together within a quarter of the heap. JSON takes a multiple of its
 * length while it is read. What has no room is told to come back, what never has any is too large.
 */
final class Bodies implements Handler<RoutingContext> {
    /** A body is held as bytes, as text and as what was read of it; measured with attachments in Base64. */
    static final int COST = 8;

    static final long PATIENCE = TimeUnit.MINUTES.toMillis(5);

    private final Memory memory;
    private final long most;

    /** @param most bytes of one body */
    Bodies(Memory memory, long most) {
        this.memory = memory;
        this.most = most;
    }

    @Override
    public void handle(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        long length = length(request);
        if (length == 0) {
            routing.next();
        } else {
            new Reading(routing, length).start();
        }
    }

    /** As the client told it; -1 when it did not. */
    static long length(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        if (length == null) {
            return request.getHeader("Transfer-Encoding") == null ? 0 : -1;
        }
        return length.matches("\\d{1,18}") ? Long.parseLong(length) : -1;
    }

    /** One body while it comes. */
    private final class Reading {
        private final RoutingContext routing;
        private final long told;
        private final Memory.Share share = memory.share();
        private final Buffer body;
        private long timer;
        private boolean over;

        Reading(RoutingContext routing, long told) {
            this.routing = routing;
            this.told = told;
            this.body = Buffer.buffer(0);
        }

        void start() {
            routing.addEndHandler(ended -> share.giveBack());
            if (told > 0 && !take(told)) {
                return;
            }
            timer = routing.vertx()
                    .setTimer(PATIENCE, late -> routing.request().connection().close());
            routing.request()
                    .handler(this::more)
                    .exceptionHandler(gone -> stop())
                    .endHandler(complete -> end());
        }

        private void more(Buffer piece) {
            if (!over && take(Math.max(told, body.length() + piece.length()))) {
                body.appendBuffer(piece);
            }
        }

        private boolean take(long bytes) {
            ApiException refusal = refusal(bytes);
            if (refusal != null) {
                stop();
                String id = ApiRequest.newId();
                VertxAnswers.send(routing, Problem.of(refusal, id).response(), id);
            }
            return refusal == null;
        }

        private @Nullable ApiException refusal(long bytes) {
            if (bytes > most) {
                return new ApiException(
                        ProblemCode.TOO_LARGE,
                        "the body is larger than serai.http.max-body allows (" + most + " bytes)");
            }
            if (!memory.holds(COST * bytes)) {
                return new ApiException(
                        ProblemCode.TOO_LARGE,
                        "the body is larger than this hub's memory allows; a mail as message/rfc822 may have up to "
                                + most
                                + " bytes, and an attachment of a mail that the hub has can be named by its href");
            }
            return share.growTo(COST * bytes) ? null : new Overloaded("too many large requests are being read");
        }

        private void end() {
            routing.vertx().cancelTimer(timer);
            if (!over) {
                over = true;
                RoutingContextInternal context = (RoutingContextInternal) routing;
                context.visitHandler(RoutingContextInternal.BODY_HANDLER);
                context.setBody(body);
                routing.next();
            }
        }

        private void stop() {
            over = true;
            routing.vertx().cancelTimer(timer);
            share.giveBack();
        }
    }
}
