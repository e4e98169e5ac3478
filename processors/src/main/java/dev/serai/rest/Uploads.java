package dev.serai.rest;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forms with files, and mails above 1 MiB or of untold length, that clients post: written to a file as they come, and
 * read from there. Smaller mails go the way of all bodies.
 */
class Uploads implements Handler<RoutingContext> {
    static final String TYPE = "message/rfc822";

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final long SMALL = 1 << 20;
    /** What one holds at most: the pieces on their way into the file and from there into the store. */
    private static final long EACH = 1 << 20;
    /** What one holds at least, of which nothing came yet. */
    private static final long LEAST = 32 << 10;
    /** Bytes a second; who sends more slowly for a whole span is cut off. */
    private static final long LEAST_SPEED = 1024;

    private static final Duration SPAN = Duration.ofSeconds(20);

    /** Of all that lies in the spool folder only until it is stored. */
    static final String PREFIX = "upload-";

    private final Path spool;
    private final Memory memory;
    private final long most;
    private final Map<String, Upload> handlers;
    private final Duration span;

    Uploads(Path spool, Memory memory, long most, Map<String, Upload> handlers) {
        this(spool, memory, most, handlers, SPAN);
    }

    /**
     * @param spool where the files are; one process owns it
     * @param most bytes of one upload
     * @param handlers what is done with it, by media type
     * @param span the time over which its speed is measured
     */
    Uploads(Path spool, Memory memory, long most, Map<String, Upload> handlers, Duration span) {
        this.spool = spool;
        this.memory = memory;
        this.most = most;
        this.handlers = Map.copyOf(handlers);
        this.span = span;
    }

    /** What is done with an upload that lies in a file. */
    @FunctionalInterface
    interface Upload {
        /** @param room takes memory for so many bytes of it, beside those on their way; false when there is none */
        ApiResponse handle(ApiRequest request, LongPredicate room) throws Exception;
    }

    /** Removes what a crash left behind: nothing of it was answered. */
    static void clear(Path spool) throws IOException {
        Files.createDirectories(spool);
        try (var left = Files.newDirectoryStream(spool, PREFIX + "*")) {
            for (Path file : left) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void handle(RoutingContext routing) {
        long length = Bodies.length(routing.request());
        String type = ApiRequest.mediaType(routing.request().getHeader("Content-Type"));
        Upload handler = handlers.get(type);
        if (handler == null || (type.equals(TYPE) && length >= 0 && length <= SMALL)) {
            routing.next();
        } else if (length > most) {
            refuse(routing, tooLarge());
        } else {
            new Reception(routing, handler).start();
        }
    }

    private ApiException tooLarge() {
        return new ApiException(
                ProblemCode.TOO_LARGE, "the body is larger than serai.http.max-body allows (" + most + " bytes)");
    }

    private static ApiException unwritable(Throwable failure) {
        LOG.warn("an upload cannot be written into the spool folder", failure);
        return new ApiException(
                ProblemCode.UNAVAILABLE,
                "the hub cannot write the upload down, its disk may be full; nothing was done, try again later");
    }

    Future<AsyncFile> open(Vertx vertx, Path file) {
        return vertx.fileSystem()
                .open(file.toString(), new OpenOptions().setCreateNew(true).setWrite(true));
    }

    private static void refuse(RoutingContext routing, Throwable reason) {
        String id = ApiRequest.newId();
        VertxAnswers.send(routing, Problem.of(reason, id).response(), id);
    }

    /** One upload while it comes; all of it but the files runs on the client's own event loop. */
    private final class Reception {
        private final RoutingContext routing;
        private final HttpServerRequest request;
        private final Upload handler;
        private final Memory.Share share = memory.share();
        private final Path file = spool.resolve(PREFIX + ApiRequest.newId());
        private long size;
        /** Its size when its speed was last measured. */
        private long before;

        private boolean over;
        private boolean gone;
        private @Nullable AsyncFile out;
        private long timer;

        Reception(RoutingContext routing, Upload handler) {
            this.routing = routing;
            this.handler = handler;
            this.request = routing.request();
        }

        void start() {
            if (!share.growTo(held())) {
                refuse(routing, crowded());
                return;
            }
            request.exceptionHandler(left -> gone()).pause();
            timer = routing.vertx().setPeriodic(span.toMillis(), passed -> measure());
            open(routing.vertx(), file).onSuccess(this::receive).onFailure(failure -> give(unwritable(failure)));
        }

        /** The more came, the more is on its way: a short post must not cost as much as a long one. */
        private long held() {
            return Math.min(EACH, LEAST + 2 * size);
        }

        private Overloaded crowded() {
            return new Overloaded("too many uploads are being received");
        }

        /** A disk that is slow is not the client's fault. */
        private void measure() {
            boolean waits = out != null && out.writeQueueFull();
            if (!waits && size - before < LEAST_SPEED * span.toMillis() / 1000) {
                request.connection().close();
            }
            before = size;
        }

        /** The client may leave at any time, also while its file is being made. */
        private void gone() {
            gone = true;
            if (out != null) {
                discard(out);
            }
        }

        private void receive(AsyncFile fresh) {
            out = fresh;
            if (gone || routing.response().closed()) {
                discard(fresh);
                return;
            }
            request.handler(piece -> more(fresh, piece)).endHandler(complete -> complete(fresh));
            request.resume();
        }

        private void more(AsyncFile out, Buffer piece) {
            size += piece.length();
            if (over) {
                return;
            }
            if (size > most) {
                refuse(routing, tooLarge());
                discard(out);
                return;
            }
            if (!share.growTo(held())) {
                refuse(routing, crowded());
                discard(out);
                return;
            }
            Future<Void> unused = out.write(piece).onFailure(failure -> broken(out, failure));
            if (out.writeQueueFull()) {
                request.pause();
                out.drainHandler(drained -> request.resume());
            }
        }

        /** A disk that is full, say; what still comes is read away. */
        private void broken(AsyncFile out, Throwable failure) {
            if (!over) {
                refuse(routing, unwritable(failure));
                discard(out);
                request.resume();
            }
        }

        private void complete(AsyncFile out) {
            if (!over) {
                over = true;
                routing.vertx().cancelTimer(timer);
                out.close()
                        .compose(closed -> routing.vertx().getOrCreateContext().executeBlocking(this::answer, false))
                        .onSuccess(answer -> VertxAnswers.send(routing, answer.response(), answer.id()))
                        .onSuccess(answer -> share.giveBack())
                        .onFailure(failure -> give(unwritable(failure)));
            }
        }

        private record Answer(ApiResponse response, String id) {}

        private Answer answer() throws IOException {
            try {
                ApiRequest whole = ApiRequest.of(request, file);
                try {
                    requireWhole();
                    return new Answer(handler.handle(whole, this::room), whole.id());
                } catch (Exception failure) {
                    return new Answer(Problem.of(failure, whole.id()).response(), whole.id());
                }
            } finally {
                delete();
            }
        }

        private void requireWhole() throws IOException {
            long written = Files.exists(file) ? Files.size(file) : 0;
            if (written != size) {
                throw unwritable(new IOException("it has " + written + " bytes instead of " + size));
            }
        }

        private boolean room(long bytes) {
            return share.growTo(held() + Bodies.COST * bytes);
        }

        private void give(Throwable failure) {
            over = true;
            routing.vertx().cancelTimer(timer);
            refuse(routing, failure);
            forget();
        }

        private void forget() {
            routing.vertx().fileSystem().delete(file.toString()).onComplete(done -> share.giveBack());
        }

        private void discard(AsyncFile out) {
            if (!over) {
                over = true;
                routing.vertx().cancelTimer(timer);
                out.close().onComplete(closed -> forget());
            }
        }

        private void delete() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException stays) {
                LOG.warn(
                        "a spooled upload cannot be deleted file={}",
                        file.getFileName(),
                        new UncheckedIOException(stays));
            }
        }
    }
}
