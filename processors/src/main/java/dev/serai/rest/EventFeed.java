package dev.serai.rest;

import dev.serai.operation.Target;
import dev.serai.rest.EventTail.Told;
import dev.serai.store.EventLog.Event;
import dev.serai.store.EventStream.Extent;
import dev.serai.store.Store;
import java.util.List;

/** Reads events from the store: the newest once for all streams, older ones for who is behind. */
final class EventFeed {
    static final int PAGE = 100;
    private static final int BATCH = 500;

    private final Store store;
    private final EventTail tail = new EventTail();

    EventFeed(Store store) {
        this.store = store;
    }

    EventTail tail() {
        return tail;
    }

    /**
     * Where a stream begins.
     *
     * @param first of one interaction: all up to the position
     */
    record Start(long position, List<Told> first) {}

    /**
     * Reads where a stream begins; begins the tail where nobody followed.
     *
     * @throws ApiException when events that it asks for may be deleted
     */
    Start start(EventQuery wanted) {
        Extent extent = extent();
        Target interaction = wanted.interaction();
        if (interaction == null) {
            return new Start(wanted.begin(extent), List.of());
        }
        long after = wanted.beginOfOne(extent);
        return after >= extent.head()
                ? new Start(after, List.of())
                : new Start(extent.head(), timeline(interaction, after, extent.head()));
    }

    private Extent extent() {
        Extent extent = store.read(tx -> tx.stream().extent());
        tail.begin(extent.head());
        return extent;
    }

    /** Reads on behind the tail's end. */
    void readOn() {
        int count = BATCH;
        while (count == BATCH && tail.end().isPresent()) {
            long end = tail.end().orElse(0L);
            List<Event> further = store.read(tx -> tx.stream().after(end, BATCH));
            tail.add(further);
            count = further.size();
        }
    }

    /**
     * For a stream that is behind the tail: what it is told next, and how far it is then.
     *
     * @param tenant whose, or all
     * @throws ApiException when events that it has not had may be deleted
     */
    Start page(String tenant, long after) {
        long head = extent().head();
        List<Told> page = store.read(tx -> tx.stream().after(tenant, after, PAGE)).stream()
                .map(Told::of)
                .toList();
        EventQuery.requireWhole(after, extent());
        return new Start(
                page.isEmpty()
                        ? Math.max(after, head)
                        : page.get(page.size() - 1).position(),
                page);
    }

    private List<Told> timeline(Target interaction, long after, long upTo) {
        return store.read(tx -> tx.events().timeline(interaction.tenant(), interaction.id())).stream()
                .filter(event -> event.position() > after && event.position() <= upTo)
                .map(Told::of)
                .toList();
    }
}
