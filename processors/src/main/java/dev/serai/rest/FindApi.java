package dev.serai.rest;

import dev.serai.files.Generation;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.State;
import dev.serai.store.InteractionFilter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** GET /interactions: the newest first, page by page. */
final class FindApi {
    private static final String[] PARAMETERS = {
        "externalId",
        "messageId",
        "address",
        "queue",
        "state",
        "type",
        "thread",
        "contact",
        "q",
        "receivedAfter",
        "receivedBefore",
        "limit",
        "cursor",
        "fields"
    };

    private final RestDependencies hub;
    private final Borders borders;

    FindApi(RestDependencies hub, Borders borders) {
        this.borders = borders;
        this.hub = hub;
    }

    ApiResponse find(ApiRequest request) {
        Query query = request.query().only(PARAMETERS);
        int limit = query.number("limit", 50, 1, 500);
        InteractionFilter filter =
                filter(query).points(request.caller().points()).limit(limit + 1);
        List<Interaction> found = found(borders.tenants(request.realm()), filter);
        return ApiResponse.json(
                page(found, limit, view(query, hub.config().get().generation())));
    }

    /** Ids tell the time, so that what several tenants have is in one order. */
    private List<Interaction> found(List<String> tenants, InteractionFilter filter) {
        return hub.store()
                .read(tx -> tenants.stream()
                        .flatMap(tenant -> tx.interactions().find(tenant, filter).stream())
                        .sorted(Comparator.comparing(
                                        (Interaction one) -> one.id().value())
                                .reversed())
                        .toList());
    }

    static Function<Interaction, Map<String, Object>> view(Query query, Generation generation) {
        return "text".equals(query.text("fields"))
                ? interaction -> InteractionView.full(interaction, generation)
                : interaction -> InteractionView.brief(interaction, generation);
    }

    private static Map<String, Object> page(
            List<Interaction> found, int limit, Function<Interaction, Map<String, Object>> view) {
        List<Interaction> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? page.get(limit - 1).id().value() : null;
        return new Doc()
                .always("items", page.stream().map(view).toList())
                .put("next", next)
                .map();
    }

    private static InteractionFilter filter(Query query) {
        InteractionFilter filter = InteractionFilter.all();
        given(query.text("externalId"), filter::externalId);
        given(query.text("messageId"), filter::messageId);
        given(lower(query.text("address")), filter::address);
        given(query.text("queue"), filter::queue);
        given(state(query), filter::state);
        given(query.text("type"), filter::type);
        given(query.text("thread"), filter::thread);
        given(query.text("contact"), filter::contact);
        given(query.text("q"), filter::subjectContains);
        given(query.time("receivedAfter"), (Instant time) -> filter.receivedAfter(time));
        given(query.time("receivedBefore"), (Instant time) -> filter.receivedBefore(time));
        given(cursor(query), filter::olderThan);
        return filter;
    }

    private static <T> void given(@Nullable T value, Consumer<T> condition) {
        if (value != null) {
            condition.accept(value);
        }
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    private static @Nullable String state(Query query) {
        String word = query.text("state");
        try {
            return word == null ? null : State.of(word).word();
        } catch (IllegalArgumentException unknown) {
            throw Query.invalid(
                    "state",
                    "'" + word + "' is no state; expected queued, routing, assigned, held, quarantined or stopped");
        }
    }

    private static @Nullable String cursor(Query query) {
        String cursor = query.text("cursor");
        try {
            return cursor == null ? null : InteractionId.of(cursor).value();
        } catch (IllegalArgumentException foreign) {
            throw Query.invalid("cursor", "'" + cursor + "' is not a cursor that this hub gave as `next`");
        }
    }
}
