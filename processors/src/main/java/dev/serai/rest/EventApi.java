package dev.serai.rest;

import dev.serai.follow.CloudEvent;
import dev.serai.operation.Target;
import dev.serai.store.EventLog.Event;
import dev.serai.store.EventStream.Extent;
import java.util.List;

/** GET /events: the one order of all facts, from a position on. {@link EventStreams} tells them as they come. */
final class EventApi {
    private final RestDependencies hub;
    private final Borders borders;

    EventApi(RestDependencies hub, Borders borders) {
        this.borders = borders;
        this.hub = hub;
    }

    ApiResponse list(ApiRequest request) {
        Query query = request.query().only("after", "types", "interaction", "limit");
        EventQuery wanted = EventQuery.of(query, request.realm(), id -> borders.ownerOf(request, id));
        int limit = query.number("limit", 100, 1, 1000);
        Target interaction = wanted.interaction();
        Page page = interaction == null ? page(wanted, limit) : page(wanted, interaction, limit);
        List<?> items =
                page.events().stream().filter(wanted::wants).map(CloudEvent::of).toList();
        return ApiResponse.json(new Doc()
                .always("items", items)
                .put("next", page.next())
                .put("oldest", page.extent().forgotten())
                .put("head", page.extent().head())
                .map());
    }

    /** Some events, and from where on there are others. */
    private record Page(List<Event> events, long after, Extent extent) {
        long next() {
            return events.isEmpty() ? after : events.get(events.size() - 1).position();
        }
    }

    /** What may be deleted is asked after the reading: it grows. */
    private Page page(EventQuery wanted, int limit) {
        String rows = wanted.realm().rows();
        long after = wanted.begin(extent(rows));
        List<Event> events = hub.store().read(tx -> tx.stream().after(rows, after, limit));
        Extent extent = extent(rows);
        EventQuery.requireWhole(after, extent);
        return new Page(events, after, extent);
    }

    private Page page(EventQuery wanted, Target interaction, int limit) {
        Extent extent = extent(wanted.realm().rows());
        long after = wanted.beginOfOne(extent);
        List<Event> events =
                hub.store().read(tx -> tx.events().timeline(interaction.tenant(), interaction.id())).stream()
                        .filter(event -> event.position() > after)
                        .limit(limit)
                        .toList();
        return new Page(events, after, extent);
    }

    private Extent extent(String rows) {
        return hub.store().read(tx -> tx.stream().extent(rows));
    }
}
