package dev.serai.rest;

import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.operation.JsonFields;
import dev.serai.operation.Retry;
import dev.serai.operation.Target;
import dev.serai.store.QuarantineTable.Case;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the hub could not process: why, since when, and back into the flow. */
final class QuarantineApi {
    private final RestDependencies hub;
    private final Keyed keyed;
    private final Borders borders;

    QuarantineApi(RestDependencies hub, Keyed keyed, Borders borders) {
        this.borders = borders;
        this.hub = hub;
        this.keyed = keyed;
    }

    ApiResponse list(ApiRequest request) {
        int limit = request.query().only("limit").number("limit", 100, 1, 1000);
        return ApiResponse.json(hub.store()
                .read(tx -> Map.of(
                        "groups",
                        tx.quarantine().groups(request.realm().rows()),
                        "items",
                        cases(tx.quarantine().list(request.realm().rows(), limit)))));
    }

    static List<Map<String, Object>> cases(List<Case> cases) {
        return cases.stream()
                .map(one -> new Doc()
                        .put("id", one.id())
                        .put("stage", one.cause().stage())
                        .put("cause", one.cause().cause())
                        .put("reason", one.cause().reason())
                        .put("backTo", one.cause().backTo())
                        .put("since", one.since())
                        .put("subject", one.subject())
                        .put("capturePoint", one.capturePoint())
                        .map())
                .toList();
    }

    ApiResponse retry(ApiRequest request) {
        JsonFields fields = request.json();
        String reason = OperationApi.reason(fields);
        fields.finish();
        return release(request, null, reason);
    }

    ApiResponse route(ApiRequest request) {
        JsonFields fields = request.json();
        QueueName queue = OperationApi.queue(fields);
        String reason = OperationApi.reason(fields);
        fields.finish();
        return release(request, queue, reason);
    }

    private ApiResponse release(ApiRequest request, @Nullable QueueName queue, @Nullable String reason) {
        ApiResponse answer = keyed.run(
                request,
                new Retry(request.target(), queue, borders.queues(request.realm()), request.by(reason)),
                OperationApi::answer);
        fetchNow(request.target());
        return answer;
    }

    /** A mail that is asked for again is fetched at once where its mailbox runs on this node. */
    private void fetchNow(Target target) {
        hub.store()
                .read(tx -> tx.interactions().load(target.tenant(), target.id()))
                .filter(waiting -> waiting.standing().state() == State.QUARANTINED)
                .map(waiting -> waiting.origin().capturePoint())
                .ifPresent(hub.points()::poll);
    }
}
