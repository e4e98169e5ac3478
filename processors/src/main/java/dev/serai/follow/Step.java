package dev.serai.follow;

import dev.serai.store.EventLog.Event;
import dev.serai.store.EventStream.Extent;
import dev.serai.store.FollowerTable.Cursor;
import dev.serai.store.Store;
import dev.serai.store.Tx;
import dev.serai.window.CrashWindow;
import java.util.List;

/** One step of a follower: some events to its sink, and its place behind them. */
final class Step {
    /** Events that one step reads at most: what a follower holds in memory. */
    static final int BATCH = 100;

    private final Store store;
    private final Sink sink;
    private final Beginning beginning;

    Step(Store store, Sink sink, Beginning beginning) {
        this.store = store;
        this.sink = sink;
        this.beginning = beginning;
    }

    /** True when there may be more at once. */
    boolean take() throws Exception {
        Cursor cursor = place();
        if (!sink.isWanted()) {
            return goAlong(cursor);
        }
        List<Event> events = store.read(tx -> tx.stream().after(cursor.position(), BATCH));
        if (events.isEmpty()) {
            return false;
        }
        sink.send(events);
        CrashWindow.EVENTS_SENT.pass();
        long last = events.get(events.size() - 1).position();
        return store.transact(tx -> moveOn(tx, cursor, last, events)) && events.size() == BATCH;
    }

    /** The move comes first: its row lock keeps another node out until the commit. */
    private boolean moveOn(Tx tx, Cursor from, long to, List<Event> events) {
        if (!tx.followers().move(sink.name(), from.position(), to)) {
            return false;
        }
        sink.write(tx, events);
        return true;
    }

    private boolean goAlong(Cursor cursor) {
        long head = store.read(tx -> tx.stream().extent()).head();
        if (head > cursor.position()) {
            store.transact(tx -> tx.followers().move(sink.name(), cursor.position(), head));
        }
        return false;
    }

    private Cursor place() {
        return store.read(tx -> tx.followers().find(sink.name())).orElseGet(this::begin);
    }

    private Cursor begin() {
        return store.transact(tx -> {
            Extent extent = tx.stream().extent();
            tx.followers().begin(sink.name(), beginning == Beginning.HEAD ? extent.head() : extent.forgotten());
            return tx.followers().find(sink.name()).orElseThrow();
        });
    }
}
