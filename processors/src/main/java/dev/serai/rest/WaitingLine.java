package dev.serai.rest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clients who wait for work of one view of a queue, in the order in which they came. One of them tries for all: where the
 * first finds nothing, nobody behind finds more, so that a thousand waiting cost what one does.
 */
final class WaitingLine {
    private static final Logger LOG = LoggerFactory.getLogger(WaitingLine.class);

    private final Executor workers;
    private final Deque<WaitingPull> waiting = new ArrayDeque<>();
    private boolean trying;
    private boolean again;

    WaitingLine(Executor workers) {
        this.workers = workers;
    }

    /** Goes to the end of the line; what came since its own try is looked for. */
    void join(WaitingPull pull) {
        synchronized (this) {
            waiting.add(pull);
        }
        look();
    }

    synchronized void leave(WaitingPull pull) {
        waiting.remove(pull);
    }

    synchronized int size() {
        return waiting.size();
    }

    synchronized List<WaitingPull> everybody() {
        return List.copyOf(waiting);
    }

    /** There may be work; returns at once. */
    void look() {
        synchronized (this) {
            again = true;
            if (trying || waiting.isEmpty()) {
                return;
            }
            trying = true;
        }
        workers.execute(this::serve);
    }

    private void serve() {
        try {
            while (isWanted()) {
                serveAll();
            }
        } catch (RuntimeException | Error failure) {
            LOG.error("pulls that wait could not be served, it is tried again", failure);
            rest();
        }
    }

    private void serveAll() {
        for (WaitingPull first = first(); first != null && first.serve(); first = first()) {
            leave(first);
        }
    }

    /** Until somebody looks again. */
    private synchronized void rest() {
        trying = false;
    }

    private synchronized boolean isWanted() {
        trying = again && !waiting.isEmpty();
        again = false;
        return trying;
    }

    private synchronized @Nullable WaitingPull first() {
        return waiting.peek();
    }
}
