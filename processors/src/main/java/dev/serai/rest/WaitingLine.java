package dev.serai.rest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Clients who wait for work of one view of a queue, in the order in which they came. One of them tries for all: where the
 * first finds nothing, nobody behind finds more, so that a thousand waiting cost what one does.
 */
final class WaitingLine {
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
        while (isWanted()) {
            WaitingPull first = first();
            while (first != null && first.serve()) {
                leave(first);
                first = first();
            }
        }
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
