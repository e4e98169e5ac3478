package dev.serai.rest;

import dev.serai.operation.CancelDispatch;
import dev.serai.operation.JsonFields;
import dev.serai.operation.RetryDispatch;
import dev.serai.store.DispatchRow;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way out: what waits, left, failed or may have left. */
final class DispatchApi {
    private final RestDependencies hub;
    private final Keyed keyed;

    DispatchApi(RestDependencies hub, Keyed keyed) {
        this.hub = hub;
        this.keyed = keyed;
    }

    ApiResponse list(ApiRequest request) {
        Query query = request.query().only("state", "limit");
        DispatchRow.State state = state(query);
        int limit = query.number("limit", 100, 1, 1000);
        List<DispatchRow> rows =
                hub.store().read(tx -> tx.dispatches().list(request.realm().rows(), state, limit));
        return ApiResponse.json(
                Map.of("items", rows.stream().map(DispatchApi::view).toList()));
    }

    static Map<String, Object> view(DispatchRow row) {
        return new Doc()
                .put("id", row.id())
                .put("account", row.account())
                .put("state", row.state())
                .put("messageId", row.messageId())
                .always("recipients", row.recipients())
                .put("attempts", row.attempts())
                .put("createdAt", row.createdAt())
                .put("changedAt", row.changedAt())
                .put("nextAt", row.nextAt())
                .put("dataAt", row.dataAt())
                .put("lastError", row.lastError())
                .put("cause", row.cause())
                .map();
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

    private static DispatchRow.@Nullable State state(Query query) {
        String word = query.text("state");
        try {
            return word == null ? null : DispatchRow.State.of(word);
        } catch (IllegalArgumentException unknown) {
            throw Query.invalid(
                    "state",
                    "'" + word + "' is no state; expected pending, sending, sent, deferred, uncertain, failed or"
                            + " cancelled");
        }
    }
}
