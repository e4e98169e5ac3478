package dev.serai.rest;

import dev.serai.interaction.InteractionId;
import dev.serai.operation.CancelDispatch;
import dev.serai.operation.JsonFields;
import dev.serai.operation.RetryDispatch;
import dev.serai.store.DispatchRow;
import dev.serai.store.EventLog.Event;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The way out: what waits, left, failed or may have left. */
final class DispatchApi {
    private final RestDependencies hub;
    private final Keyed keyed;
    private final Borders borders;

    DispatchApi(RestDependencies hub, Keyed keyed, Borders borders) {
        this.hub = hub;
        this.keyed = keyed;
        this.borders = borders;
    }

    ApiResponse list(ApiRequest request) {
        Query query = request.query().only("state", "account", "host", "cause", "limit", "cursor");
        DispatchRow.State state = read(query, "state", DispatchQuery::state);
        List<String> tenants = borders.tenants(request.realm());
        DispatchQuery wanted = new DispatchQuery(
                state == null ? Set.of() : Set.of(state),
                read(query, "account", word -> DispatchQuery.account(word, hub, tenants)),
                query.text("host"),
                read(query, "cause", DispatchQuery::cause));
        InteractionId cursor = read(query, "cursor", InteractionId::of);
        int limit = query.number("limit", 100, 1, 1000);
        List<DispatchRow> rows = hub.store()
                .read(tx -> wanted.find(tx, tenants, hub.config().get().generation(), cursor, limit + 1));
        List<DispatchRow> page = rows.subList(0, Math.min(limit, rows.size()));
        return ApiResponse.json(new Doc()
                .always("items", page.stream().map(DispatchView::of).toList())
                .put("next", rows.size() > limit ? page.get(limit - 1).id().value() : null)
                .map());
    }

    ApiResponse get(ApiRequest request) {
        String tenant = request.tenant();
        InteractionId id = request.interaction();
        DispatchRow row = hub.store()
                .read(tx -> tx.dispatches().load(tenant, id))
                .orElseThrow(() -> Borders.none("dispatch", id.value()));
        List<Event> timeline = hub.store().read(tx -> tx.events().timeline(tenant, id));
        boolean retriable = hub.store().read(tx -> tx.dispatchOverview().isToLeave(tenant, id));
        return ApiResponse.json(
                DispatchView.full(row, timeline, retriable, hub.config().get().generation()));
    }

    ApiResponse retry(ApiRequest request) {
        JsonFields fields = request.json();
        String reason = OperationApi.reason(fields);
        fields.finish();
        return keyed.run(request, new RetryDispatch(request.target(), request.by(reason)), OperationApi::answer);
    }

    ApiResponse cancel(ApiRequest request) {
        JsonFields fields = request.json();
        String reason = OperationApi.reason(fields);
        fields.finish();
        return keyed.run(request, new CancelDispatch(request.target(), request.by(reason)), OperationApi::answer);
    }

    private static <T> @Nullable T read(Query query, String name, Function<String, T> reader) {
        String word = query.text(name);
        try {
            return word == null ? null : reader.apply(word);
        } catch (IllegalArgumentException wrong) {
            throw Query.invalid(name, "" + wrong.getMessage());
        }
    }
}
