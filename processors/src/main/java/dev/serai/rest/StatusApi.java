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
    private final PointApi points;
    private final TenantApi tenants;
    private final RouteStatuses routes;
    private final Health health;

    StatusApi(
            RestDependencies hub,
            QueueApi queues,
            PointApi points,
            TenantApi tenants,
            RouteStatuses routes,
            Health health) {
        this.hub = hub;
        this.queues = queues;
        this.points = points;
        this.tenants = tenants;
        this.routes = routes;
        this.health = health;
    }

    ApiResponse get(ApiRequest request) {
        request.query().only();
        boolean ofHub = request.caller().isOfHub();
        StatusReport status =
                ofHub ? read(request.realm()) : read(request.realm()).ofTenant();
        return ApiResponse.json(new Doc()
                .put("at", hub.clock().instant())
                .put("version", hub.version())
                .put("verdict", Verdict.of(Needs.of(status)))
                .put("health", status.health())
                .put("config", ofHub ? ConfigApi.current(status.config()) : ConfigApi.untold(status.config()))
                .put("dispatch", dispatch(status, ofHub))
                .put("tenant", request.realm().only().orElse(null))
                .always("tenants", tenants.items(ofHub ? Realm.ALL : request.realm()))
                .put("replies", status.replies())
                .always("capturePoints", status.points())
                .always("queues", status.queues())
                .always("outside", status.outside())
                .put("quarantine", quarantine(status))
                .always("followers", status.followers())
                .always(
                        "answers",
                        UnsentAnswers.of(
                                status.reading().outgoing(), status.config().generation()))
                .always("routes", status.routes())
                .map());
    }

    private StatusReport read(Realm realm) {
        HubReading reading = HubReading.of(hub.store(), realm);
        return new StatusReport(
                reading,
                hub.config().get(),
                hub.settings().text(DispatchKeys.MODE),
                AutomaticReplies.of(hub),
                points.of(realm).toList(),
                queues.statuses(reading),
                hub.store().read(tx -> tx.quarantine().list(realm.rows(), SHOWN)),
                attention(realm),
                Outgoing.read(hub, realm),
                routes.list(),
                hub.asked(),
                hub.followers().standings(),
                health.ready());
    }

    private List<DispatchRow> attention(Realm realm) {
        return hub.store().read(tx -> {
            List<DispatchRow> rows = new ArrayList<>();
            for (DispatchRow.State state :
                    List.of(DispatchRow.State.UNCERTAIN, DispatchRow.State.FAILED, DispatchRow.State.DEFERRED)) {
                rows.addAll(tx.dispatchOverview().list(realm.rows(), state, SHOWN));
            }
            return rows;
        });
    }

    private Map<String, Object> dispatch(StatusReport status, boolean ofHub) {
        return new Doc()
                .put("mode", status.dispatchMode())
                .put(
                        "divertTo",
                        ofHub ? hub.settings().find(DispatchKeys.DIVERT_TO).orElse(null) : null)
                .always("counts", status.reading().dispatches())
                .always("accounts", status.accounts())
                .always(
                        "attention",
                        status.attention().stream().map(DispatchView::of).toList())
                .map();
    }

    private static Map<String, Object> quarantine(StatusReport status) {
        return Map.of("groups", status.reading().quarantine(), "items", QuarantineApi.cases(status.quarantine()));
    }
}
