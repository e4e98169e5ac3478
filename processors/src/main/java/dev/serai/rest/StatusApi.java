package dev.serai.rest;

import dev.serai.files.DispatchKeys;
import dev.serai.store.DispatchRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** GET /status: all that the page and `./serai status` show, in one answer. */
final class StatusApi {
    private static final int SHOWN = 50;

    private final RestDependencies hub;
    private final QueueApi queues;
    private final RouteStatuses routes;
    private final Health health;

    StatusApi(RestDependencies hub, QueueApi queues, RouteStatuses routes, Health health) {
        this.hub = hub;
        this.queues = queues;
        this.routes = routes;
        this.health = health;
    }

    ApiResponse get(ApiRequest request) {
        request.query().only();
        StatusReport status = read();
        return ApiResponse.json(new Doc()
                .put("at", hub.clock().instant())
                .put("version", hub.version())
                .put("verdict", Verdict.of(Needs.of(status)))
                .put("health", status.health())
                .put("config", ConfigApi.current(status.config()))
                .put("dispatch", dispatch(status))
                .put("replies", status.replies())
                .always("capturePoints", status.points())
                .always("queues", status.queues())
                .always("outside", status.outside())
                .put("quarantine", quarantine(status))
                .always("followers", status.followers())
                .always("routes", status.routes())
                .map());
    }

    private StatusReport read() {
        HubReading reading = HubReading.of(hub.store());
        return new StatusReport(
                reading,
                hub.config().get(),
                hub.settings().text(DispatchKeys.MODE),
                AutomaticReplies.of(hub),
                hub.points().list(),
                queues.statuses(reading),
                hub.store().read(tx -> tx.quarantine().list(SHOWN)),
                attention(),
                routes.list(),
                hub.asked(),
                hub.followers().standings(),
                health.ready());
    }

    private List<DispatchRow> attention() {
        return hub.store().read(tx -> {
            List<DispatchRow> rows = new ArrayList<>();
            for (DispatchRow.State state :
                    List.of(DispatchRow.State.UNCERTAIN, DispatchRow.State.FAILED, DispatchRow.State.DEFERRED)) {
                rows.addAll(tx.dispatches().list(state, SHOWN));
            }
            return rows;
        });
    }

    private Map<String, Object> dispatch(StatusReport status) {
        return new Doc()
                .put("mode", status.dispatchMode())
                .put("divertTo", hub.settings().find(DispatchKeys.DIVERT_TO).orElse(null))
                .always("counts", status.reading().dispatches())
                .always(
                        "attention",
                        status.attention().stream().map(DispatchApi::view).toList())
                .map();
    }

    private static Map<String, Object> quarantine(StatusReport status) {
        return Map.of("groups", status.reading().quarantine(), "items", QuarantineApi.cases(status.quarantine()));
    }
}
