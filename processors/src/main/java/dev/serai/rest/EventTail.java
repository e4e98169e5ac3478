package dev.serai.rest;

import dev.serai.follow.CloudEvent;
import dev.serai.interaction.Json;
import dev.serai.store.EventLog.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The newest events, read once for all who follow them, at most {@link #MOST} and {@link #MOST_CHARACTERS} of text. Safe for
 * several threads.
 */
final class EventTail {
    private static final int MOST = 2_000;
    private static final long MOST_CHARACTERS = 4 << 20;

    private final Deque<Told> events = new ArrayDeque<>();
    private long characters;
    /** Whole after this position; null as long as nobody follows. */
    private @Nullable Long from;

    /**
     * An event as a stream tells it.
     *
     * @param text a block of `text/event-stream`
     */
    record Told(long position, String tenant, String type, String subject, String text) {
        static Told of(Event event) {
            return new Told(
                    event.position(),
                    event.tenant(),
                    event.type(),
                    event.subject(),
                    "id: " + event.position() + "\ndata: " + Json.write(CloudEvent.of(event)) + "\n\n");
        }
    }

    /** Begins behind a position, unless it has begun. */
    synchronized void begin(long head) {
        if (from == null) {
            from = head;
        }
    }

    /** Nobody follows any more. */
    synchronized void forget() {
        events.clear();
        characters = 0;
        from = null;
    }

    /** The last position in it; empty when nobody follows. */
    synchronized Optional<Long> end() {
        return events.isEmpty()
                ? Optional.ofNullable(from)
                : Optional.of(events.getLast().position());
    }

    /** Adds what comes behind its end. */
    synchronized void add(List<Event> further) {
        for (Event event : further) {
            if (from != null && event.position() > end().orElse(0L)) {
                Told told = Told.of(event);
                events.add(told);
                characters += told.text().length();
            }
        }
        while (events.size() > MOST || characters > MOST_CHARACTERS) {
            Told oldest = events.remove();
            characters -= oldest.text().length();
            from = oldest.position();
        }
    }

    /** At most so many behind a position; empty when the tail begins later, and they must be read. */
    synchronized Optional<List<Told>> after(long position, int most) {
        if (from == null || position < from) {
            return Optional.empty();
        }
        List<Told> page = new ArrayList<>();
        var newest = events.descendingIterator();
        while (newest.hasNext()) {
            Told told = newest.next();
            if (told.position() <= position) {
                break;
            }
            page.add(0, told);
        }
        return Optional.of(List.copyOf(page.subList(0, Math.min(most, page.size()))));
    }
}
