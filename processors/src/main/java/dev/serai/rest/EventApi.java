package dev.serai.rest;

import dev.serai.follow.CloudEvent;
import dev.serai.interaction.InteractionId;
import dev.serai.store.EventLog.Event;
import dev.serai.store.EventStream.Extent;
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
        String interaction = query.text("interaction");
        int limit = query.number("limit", 100, 1, 1000);
        Page page = interaction == null ? page(query, limit) : page(query, id(interaction), limit);
        Set<String> types = types(query);
        List<?> items = page.events().stream()
                .filter(event -> types.isEmpty() || types.contains(event.type()))
                .map(CloudEvent::of)
                .toList();
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

    /** Without a position it begins where the log is whole. What may be deleted is asked after the reading: it grows. */
    private Page page(Query query, int limit) {
        boolean given = query.text("after") != null;
        Extent before = hub.store().read(tx -> tx.stream().extent());
        long after = given ? query.position("after") : before.forgotten();
        List<Event> events = hub.store().read(tx -> tx.stream().after(after, limit));
        Extent extent = hub.store().read(tx -> tx.stream().extent());
        if (after < extent.forgotten()) {
            throw new ApiException(
                    ProblemCode.GONE,
                    "events after position " + after + " are no longer all there: those up to position "
                            + extent.forgotten() + " may be deleted; begin again after=" + extent.forgotten()
                            + ", and read anew what you keep of older interactions");
        }
        return new Page(events, after, extent);
    }

    private Page page(Query query, InteractionId interaction, int limit) {
        long after = query.position("after");
        return hub.store()
                .read(tx -> new Page(
                        tx.events().timeline(ApiRequest.TENANT, interaction).stream()
                                .filter(event -> event.position() > after)
                                .limit(limit)
                                .toList(),
                        after,
                        tx.stream().extent()));
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
