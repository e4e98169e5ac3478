package dev.serai.rest;

import dev.serai.store.Store;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * GET /events as `text/event-stream` (HTML, section 9.2): holds no thread for a client, and reads the newest events once for
 * all of them.
 */
final class EventStreams implements Handler<RoutingContext>, AutoCloseable {
    static final String TYPE = "text/event-stream";
    /** So many at once; the next one is told to come back. */
    static final int MOST = 1000;

    private static final Share SHARE = new Share("streams of events", MOST, MOST / 4);

    private static final Duration BEAT = Duration.ofSeconds(15);
    private static final int THREADS = 2;

    private final WorkerExecutor readers;
    private final Vertx vertx;
    private final EventFeed feed;
    private final Borders borders;
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean reading = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();
    private final long beats;
    private volatile boolean ending;

    EventStreams(Vertx vertx, Store store, Borders borders) {
        this.borders = borders;
        this.vertx = vertx;
        this.readers = vertx.createSharedWorkerExecutor("serai-events", THREADS);
        this.feed = new EventFeed(store);
        this.beats = vertx.setPeriodic(BEAT.toMillis(), now -> beat());
        store.onEvents(this::look);
    }

    /** A look that failed is made again with it. */
    private void beat() {
        streams.forEach(EventStream::beat);
        look();
    }

    /** Takes requests that accept a stream; others are for the list. */
    @Override
    public void handle(RoutingContext routing) {
        String accept = routing.request().getHeader("Accept");
        if (accept == null || !accept.contains(TYPE) || Fallback.isHead(routing)) {
            routing.next();
            return;
        }
        ApiRequest request = ApiRequest.of(routing.request(), new byte[0]);
        try {
            if (ending) {
                throw new Overloaded("the hub ends");
            }
            String rows = request.realm().rows();
            SHARE.admit(
                    rows,
                    streams.size(),
                    streams.stream().filter(stream -> stream.isOf(rows)).count());
            Query query = request.query().only("after", "types", "interaction");
            readers.executeBlocking(() -> begin(request, query), false)
                    .onSuccess(begun -> begin(routing, request.id(), begun))
                    .onFailure(refused -> refuse(routing, request, refused));
        } catch (RuntimeException refused) {
            refuse(routing, request, refused);
        }
    }

    private static void refuse(RoutingContext routing, ApiRequest request, Throwable refused) {
        VertxAnswers.send(routing, Problem.of(refused, request.id()).response(), request.id());
    }

    /** What a client wants, and where its stream begins. */
    private record Begun(EventQuery wanted, EventFeed.Start start) {}

    private Begun begin(ApiRequest request, Query query) {
        EventQuery wanted = EventQuery.of(query, request.realm(), id -> borders.ownerOf(request, id))
                .resumed(request.header("Last-Event-ID"));
        return new Begun(wanted, feed.start(wanted));
    }

    private void begin(RoutingContext routing, String requestId, Begun begun) {
        if (routing.response().closed()) {
            return;
        }
        HttpServerResponse response = routing.response();
        SafeHeaders.api(response, requestId);
        response.putHeader("Content-Type", TYPE).setChunked(true);
        EventStream stream = new EventStream(routing, readers, feed, begun.wanted());
        routing.addEndHandler(ended -> leave(stream));
        streams.add(stream);
        response.write(": events\n\n");
        stream.start(begun.start());
        look();
    }

    /** How many follow. */
    int open() {
        return streams.size();
    }

    private void leave(EventStream stream) {
        stream.gone();
        streams.remove(stream);
        if (streams.isEmpty()) {
            feed.tail().forget();
        }
    }

    /** There may be more events; returns at once. */
    private void look() {
        again.set(true);
        readInTurn();
    }

    private void readInTurn() {
        if (!streams.isEmpty() && reading.compareAndSet(false, true)) {
            readers.executeBlocking(this::readOn, false).onComplete(read -> {
                if (again.get()) {
                    readInTurn();
                }
            });
        }
    }

    private boolean readOn() {
        try {
            while (again.getAndSet(false)) {
                feed.readOn();
                streams.forEach(EventStream::wake);
            }
            return true;
        } finally {
            reading.set(false);
        }
    }

    /** Ends all streams; clients come back to the next hub with Last-Event-ID. */
    @Override
    public void close() {
        ending = true;
        vertx.cancelTimer(beats);
        streams.forEach(EventStream::end);
    }
}
