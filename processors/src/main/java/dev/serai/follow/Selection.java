package dev.serai.follow;

import dev.serai.store.EventLog.Event;
import dev.serai.store.EventStream.Source;
import dev.serai.store.EventStream.Subject;
import dev.serai.store.Store;
import dev.serai.store.TenantTable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The properties by which subscribers select, and no others: {@code id}, {@code type}, {@code tenant}, {@code subject},
 * {@code point} (of an interaction the one that it came in by), {@code queue} (where the event says one).
 */
final class Selection {
    private static final String POINT = "point:";
    private static final String QUEUE = "queue:";

    private final Store store;

    Selection(Store store) {
        this.store = store;
    }

    /** By which points the interactions of events came in. */
    Map<Subject, Source> sources(List<Event> events) {
        Set<Subject> interactions = new LinkedHashSet<>();
        events.stream().map(Subject::of).filter(Subject::isInteraction).forEach(interactions::add);
        return store.read(tx -> tx.stream().sources(interactions));
    }

    static Map<String, String> properties(Event event, Map<Subject, Source> sources) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("id", CloudEvent.id(event));
        properties.put("type", event.type());
        if (!event.tenant().equals(TenantTable.HUB)) {
            properties.put("tenant", event.tenant());
        }
        properties.put("subject", event.subject());
        String point = point(event, sources);
        if (point != null) {
            properties.put("point", point);
        }
        if (event.subject().startsWith(QUEUE)) {
            properties.put("queue", event.subject().substring(QUEUE.length()));
        } else if (event.data().get("queue") instanceof String queue) {
            properties.put("queue", queue);
        }
        return properties;
    }

    private static @Nullable String point(Event event, Map<Subject, Source> sources) {
        Source source = sources.get(Subject.of(event));
        if (source != null) {
            return source.point();
        }
        return event.subject().startsWith(POINT) ? event.subject().substring(POINT.length()) : null;
    }
}
