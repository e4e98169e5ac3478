package dev.serai.rest;

import dev.serai.rest.EventTail.Told;
import io.vertx.core.Context;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One client that follows events. It keeps a position, no events: while the client is slow nothing is read for it. All of it
 * but the reading runs on the client's own event loop.
 */
final class EventStream {
    /** A client that takes nothing for so long is cut off; it may come back with Last-Event-ID. */
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(2);

    private final RoutingContext routing;
    private final HttpServerResponse response;
    private final Context loop;
    private final WorkerExecutor readers;
    private final EventFeed feed;
    private final EventQuery wanted;
    private long position;
    /** Position of the last event of its realm that it passed, wanted or not; 0 = none. */
    private long own;

    private boolean reading = true;
    private boolean over;
    private boolean told;
    private long fullSince;

    EventStream(RoutingContext routing, WorkerExecutor readers, EventFeed feed, EventQuery wanted) {
        this.routing = routing;
        this.response = routing.response();
        this.loop = routing.vertx().getOrCreateContext();
        this.readers = readers;
        this.feed = feed;
        this.wanted = wanted;
        this.own = Objects.requireNonNullElse(wanted.after(), 0L);
    }

    /** Begins where the client wants to; the answer's head is out. */
    void start(EventFeed.Start start) {
        response.drainHandler(drained -> more());
        take(start);
    }

    /** Whether it is of the callers of a tenant, or of those of the hub. */
    boolean isOf(String rows) {
        return wanted.realm().rows().equals(rows);
    }

    /** There may be more. Any thread. */
    void wake() {
        loop.runOnContext(now -> more());
    }

    private void more() {
        if (over || reading || isFull()) {
            return;
        }
        Optional<List<Told>> page = feed.tail().after(position, EventFeed.PAGE);
        if (page.isEmpty()) {
            readOlder();
        } else if (!page.get().isEmpty()) {
            write(page.get());
            wake();
        }
    }

    private boolean isFull() {
        boolean full = response.writeQueueFull();
        fullSince = full ? (fullSince == 0 ? System.nanoTime() : fullSince) : 0;
        return full;
    }

    private void readOlder() {
        long after = position;
        reading = true;
        readers.executeBlocking(() -> feed.page(wanted.realm().rows(), after), false)
                .onSuccess(this::take)
                .onFailure(failure -> end());
    }

    private void take(EventFeed.Start read) {
        reading = false;
        write(read.first());
        position = Math.max(position, read.position());
        more();
    }

    private void write(List<Told> page) {
        StringBuilder text = new StringBuilder();
        for (Told event : page) {
            position = Math.max(position, event.position());
            own = wanted.realm().has(event.tenant()) ? position : own;
            if (wanted.wants(event.tenant(), event.type(), event.subject())) {
                text.append(event.text());
            }
        }
        if (!over && !text.isEmpty()) {
            told = true;
            response.write(text.toString());
        }
    }

    /** Says that the connection lives, and how far the client has come although nothing was for it. Any thread. */
    void beat() {
        loop.runOnContext(now -> {
            if (over || reading) {
                return;
            }
            if (isFull()) {
                giveUp();
            } else if (!told) {
                response.write(": still here\n" + cameTo());
            }
            told = false;
        });
    }

    /** A tenant is told of its own events only: others' are not to be counted. */
    private String cameTo() {
        long shown = wanted.realm().isAll() ? position : own;
        return shown == 0 ? "\n" : "id: " + shown + "\n\n";
    }

    private void giveUp() {
        if (System.nanoTime() - fullSince > PATIENCE) {
            over = true;
            routing.request().connection().close();
        }
    }

    /** Ends it: the client may come back with Last-Event-ID. Any thread. */
    void end() {
        loop.runOnContext(now -> {
            if (!over) {
                over = true;
                response.end();
            }
        });
    }

    /** The client is gone. */
    void gone() {
        over = true;
    }
}
