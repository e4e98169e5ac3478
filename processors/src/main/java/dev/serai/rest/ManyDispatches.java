package dev.serai.rest;

import dev.serai.files.Generation;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.Interaction;
import dev.serai.operation.CancelDispatch;
import dev.serai.operation.JsonFields;
import dev.serai.operation.Outcome;
import dev.serai.operation.RetryDispatch;
import dev.serai.operation.Target;
import dev.serai.store.DispatchRow;
import dev.serai.store.DispatchRow.State;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange.By;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * POST /dispatches/retry and /cancel: one decision for all that fail alike. At most so many a call; what is retried leaves by
 * the connections and the rate of its account, as ever.
 */
final class ManyDispatches {
    private static final int MOST = 500;
    private static final int USUAL = 100;
    private static final int LONGEST = 255;

    private final RestDependencies hub;
    private final Keyed keyed;
    private final Borders borders;

    ManyDispatches(RestDependencies hub, Keyed keyed, Borders borders) {
        this.hub = hub;
        this.keyed = keyed;
        this.borders = borders;
    }

    private interface Each extends BiFunction<Target, By, Unit<Outcome<Interaction>>> {}

    /** What is uncertain may arrive twice by it: it is retried only where `state` asks for it. */
    ApiResponse retry(ApiRequest request) {
        return run(request, Set.of(State.DEFERRED, State.FAILED), RetryDispatch::new);
    }

    /** Only what `state` asks for: nobody gives mail up by leaving a field out. */
    ApiResponse cancel(ApiRequest request) {
        return run(request, Set.of(), CancelDispatch::new);
    }

    private ApiResponse run(ApiRequest request, Set<State> unasked, Each operation) {
        JsonFields fields = request.json();
        State state = fields.value("state", DispatchQuery::state);
        DispatchQuery query = new DispatchQuery(
                state == null ? unasked : Set.of(state),
                fields.value("account", AccountName::of),
                fields.text("host", LONGEST),
                fields.text("cause", LONGEST));
        int limit = Objects.requireNonNullElse(fields.number("limit", 1, MOST), USUAL);
        String reason = OperationApi.reason(fields);
        fields.finish();
        if (query.states().isEmpty()) {
            throw new ApiException(
                    ProblemCode.INVALID_REQUEST,
                    "/state: is missing; expected pending, deferred, uncertain or failed",
                    new dev.serai.operation.Refusal.Fault("/state", "is missing"));
        }
        Generation files = hub.config().get().generation();
        List<String> tenants = borders.tenants(request.realm());
        return keyed.run(
                request,
                tx -> Outcome.done(each(
                        tx, query.find(tx, tenants, files, null, limit + 1), limit, operation, request.by(reason))),
                done -> ApiResponse.json(done));
    }

    private static Map<String, Object> each(Tx tx, List<DispatchRow> rows, int limit, Each operation, By by) {
        long done = rows.stream()
                .limit(limit)
                .map(row ->
                        operation.apply(new Target(row.tenant(), row.id()), by).apply(tx))
                .filter(Outcome.Done.class::isInstance)
                .count();
        return Map.of("done", done, "more", rows.size() > limit);
    }
}
