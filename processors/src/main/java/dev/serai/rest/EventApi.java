package dev.serai.rest;

import dev.serai.interaction.InteractionId;
import dev.serai.store.EventLog.Event;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** GET /events: the one order of all facts, from a position on. */
final class EventApi {
    private final RestDependencies hub;

    EventApi(RestDependencies hub) {
        this.hub = hub;
    }

    ApiResponse list(ApiRequest request) {
        Query query = request.query().only("after", "types", "interaction", "limit");
        long after = query.position("after");
        int limit = query.number("limit", 100, 1, 1000);
        List<Event> read = read(query, after, limit);
        Set<String> types = types(query);
        long next = read.isEmpty() ? after : read.get(read.size() - 1).position();
        List<?> items = read.stream()
                .filter(event -> types.isEmpty() || types.contains(event.type()))
                .map(EventView::of)
                .toList();
        return ApiResponse.json(
                new Doc().always("items", items).put("next", next).map());
    }

    private List<Event> read(Query query, long after, int limit) {
        String interaction = query.text("interaction");
        if (interaction == null) {
            return hub.store().read(tx -> tx.stream().after(after, limit));
        }
        InteractionId id = id(interaction);
        return hub.store().read(tx -> tx.events().timeline(ApiRequest.TENANT, id)).stream()
                .filter(event -> event.position() > after)
                .limit(limit)
                .toList();
    }

    private static InteractionId id(String text) {
        try {
            return InteractionId.of(text);
        } catch (IllegalArgumentException noId) {
            throw Query.invalid("interaction", "'" + text + "' is no interaction's id");
        }
    }

    private static Set<String> types(Query query) {
        String types = query.text("types");
        return types == null
                ? Set.of()
                : Arrays.stream(types.split(",")).map(String::strip).collect(Collectors.toUnmodifiableSet());
    }
}
