package dev.serai.follow;

import dev.serai.store.EventLog.Event;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.EventStream.Extent;
import dev.serai.store.FollowerTable.Cursor;
import dev.serai.store.KeyTaken;
import dev.serai.store.Store;
import dev.serai.store.StoreException;
import dev.serai.store.TenantTable;
import dev.serai.store.Tx;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One step of a follower: some events to its sink, and its place behind them. */
final class Step {
    /** Events that one step reads at most: what a follower holds in memory. */
    static final int BATCH = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Step.class);

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
        long last = events.get(events.size() - 1).position();
        return written(cursor, last, events) && events.size() == BATCH;
    }

    /** Where some cannot be written together each is for itself, so that one that never can holds up no other. */
    private boolean written(Cursor cursor, long last, List<Event> events) {
        try {
            return store.transact(tx -> moveOn(tx, cursor.position(), last, events));
        } catch (StoreException.Unavailable | KeyTaken all) {
            throw all;
        } catch (RuntimeException oneOfThem) {
            LOG.debug("events are followed one by one follower={}", sink.name(), oneOfThem);
        }
        long at = cursor.position();
        for (Event event : events) {
            if (!alone(at, event)) {
                return false;
            }
            at = event.position();
        }
        return true;
    }

    private boolean alone(long from, Event event) {
        try {
            return store.transact(tx -> moveOn(tx, from, event.position(), List.of(event)));
        } catch (StoreException.Unavailable | StoreException.Trouble | KeyTaken all) {
            throw all;
        } catch (RuntimeException never) {
            LOG.error(
                    "an event is put aside, what follows from it is not written follower={} event={}",
                    sink.name(),
                    CloudEvent.id(event),
                    never);
            return store.transact(tx -> putAside(tx, from, event, Reason.of(never)));
        }
    }

    private boolean putAside(Tx tx, long from, Event event, String reason) {
        if (!tx.followers().move(sink.name(), from, event.position())) {
            return false;
        }
        NewEvent skipped = NewEvent.of("serai.follower.skipped", sink.name())
                .because(reason)
                .with(Map.of("event", CloudEvent.id(event), "type", event.type()));
        tx.events().append(TenantTable.HUB, "follower:" + sink.name(), skipped);
        return true;
    }

    /** The move comes first: its row lock keeps another node out until the commit. */
    private boolean moveOn(Tx tx, long from, long to, List<Event> events) {
        if (!tx.followers().move(sink.name(), from, to)) {
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
