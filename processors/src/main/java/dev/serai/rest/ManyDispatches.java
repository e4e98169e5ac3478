package dev.serai.rest;

import dev.serai.files.Generation;
import dev.serai.interaction.Interaction;
import dev.serai.operation.CancelDispatch;
import dev.serai.operation.JsonFields;
import dev.serai.operation.Outcome;
import dev.serai.operation.Refusal.Fault;
import dev.serai.operation.RetryDispatch;
import dev.serai.operation.Target;
import dev.serai.store.DispatchRow;
import dev.serai.store.DispatchRow.State;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange.By;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * POST /dispatches/retry and /cancel: one decision for all that fail alike. At most so many a call; what is retried leaves by
 * the connections and the rate of its account, as ever.
 */
final class ManyDispatches {
    private static final Set<State> RETRIED = EnumSet.of(State.DEFERRED, State.UNCERTAIN, State.FAILED);
    private static final Set<State> CANCELLED =
            EnumSet.of(State.PENDING, State.DEFERRED, State.UNCERTAIN, State.FAILED);
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
        return run(request, RETRIED, Set.of(State.DEFERRED, State.FAILED), RetryDispatch::new);
    }

    /** Only what `state` asks for: nobody gives mail up by leaving a field out. */
    ApiResponse cancel(ApiRequest request) {
        return run(request, CANCELLED, Set.of(), CancelDispatch::new);
    }

    private ApiResponse run(ApiRequest request, Set<State> possible, Set<State> unasked, Each operation) {
        JsonFields fields = request.json();
        List<String> tenants = borders.tenants(request.realm());
        State state = fields.value("state", word -> among(possible, word));
        DispatchQuery asked = new DispatchQuery(
                state == null ? Set.of() : Set.of(state),
                fields.value("account", word -> DispatchQuery.account(word, hub, tenants)),
                fields.text("host", LONGEST),
                fields.value("cause", DispatchQuery::cause));
        int limit = Objects.requireNonNullElse(fields.number("limit", 1, MOST), USUAL);
        String reason = OperationApi.reason(fields);
        DispatchQuery query = asked.states().isEmpty() ? asked.of(unasked) : asked;
        if (query.states().isEmpty()) {
            fields.fault("state", "is missing; expected " + words(possible));
        }
        fields.finish();
        if (asked.isAll()) {
            throw new ApiException(
                    ProblemCode.INVALID_REQUEST,
                    "the request names no dispatches; expected at least one of state, account, host, cause",
                    new Fault("", "names no dispatches; expected at least one of state, account, host, cause"));
        }
        Generation files = hub.config().get().generation();
        return keyed.run(
                request,
                tx -> Outcome.done(each(
                        tx, query.find(tx, tenants, files, null, limit + 1), limit, operation, request.by(reason))),
                done -> ApiResponse.json(done));
    }

    private static State among(Set<State> possible, String word) {
        State state = DispatchQuery.state(word);
        if (!possible.contains(state)) {
            throw new IllegalArgumentException("what is '" + word + "' is past that; expected " + words(possible));
        }
        return state;
    }

    private static String words(Set<State> states) {
        return states.stream().map(State::word).collect(Collectors.joining(", "));
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
