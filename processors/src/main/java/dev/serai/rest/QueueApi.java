package dev.serai.rest;

import dev.serai.files.Generation;
import dev.serai.files.Nearest;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.QueueName;
import dev.serai.operation.Outcome;
import dev.serai.overdue.QueueClock;
import dev.serai.queue.Outages;
import dev.serai.queue.Overruns;
import dev.serai.store.TenantTable;
import dev.serai.store.Tx;
import dev.serai.store.ViewTable.Listed;
import dev.serai.view.CompiledView;
import dev.serai.view.QueueViews;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The queues: how full they are, what waits in them, and whether they may go on. */
final class QueueApi {
    private final RestDependencies hub;
    private final Keyed keyed;
    private final Borders borders;

    QueueApi(RestDependencies hub, Keyed keyed, Borders borders) {
        this.borders = borders;
        this.hub = hub;
        this.keyed = keyed;
    }

    ApiResponse list(ApiRequest request) {
        request.query().only();
        return ApiResponse.json(Map.of("items", statuses(HubReading.of(hub.store(), request.realm()))));
    }

    List<QueueStatus> statuses(HubReading reading) {
        Generation generation = hub.config().get().generation();
        return hub.store()
                .read(tx -> borders.queues(reading.realm()).values().stream()
                        .map(queue -> QueueStatus.of(
                                QueueClock.of(generation, queue),
                                reading,
                                QueueFigures.of(tx, generation, queue, reading.realm()),
                                away(reading.realm(), queue),
                                overran(reading.realm(), queue, generation)))
                        .sorted(Comparator.comparing(QueueStatus::name))
                        .toList());
    }

    private Optional<Outages.Outage> away(Realm realm, QueueDefinition queue) {
        return isOpen(realm, queue) ? hub.outages().of(queue.name()) : Optional.empty();
    }

    private Optional<Overruns.Overrun> overran(Realm realm, QueueDefinition queue, Generation generation) {
        return isOpen(realm, queue) ? hub.overruns().of(queue.name(), generation.id()) : Optional.empty();
    }

    /** What a shared queue asks, and what hangs in it, may be another tenant's. */
    private static boolean isOpen(Realm realm, QueueDefinition queue) {
        return realm.isAll() || !queue.isShared();
    }

    ApiResponse interactions(ApiRequest request) {
        Query query = request.query().only("view", "limit", "cursor", "fields");
        QueueDefinition queue = declared(request);
        CompiledView view = view(queue, query);
        int limit = query.number("limit", 50, 1, 500);
        Function<Interaction, Map<String, Object>> form =
                FindApi.view(query, hub.config().get().generation());
        return ApiResponse.json(
                hub.store().read(tx -> page(tx, request.realm(), queue.name(), view, query, limit, form)));
    }

    ApiResponse pause(ApiRequest request) {
        return steer(request, true);
    }

    ApiResponse resume(ApiRequest request) {
        return steer(request, false);
    }

    private ApiResponse steer(ApiRequest request, boolean pause) {
        QueueDefinition queue = declared(request);
        requireOwn(request.caller(), queue);
        String name = queue.name().value();
        request.json().finish();
        return keyed.run(
                request,
                tx -> {
                    if (pause) {
                        tx.operate().pause("queue", name, tx.now());
                    } else {
                        tx.operate().resume("queue", name);
                    }
                    Audit.tell(
                            tx, request, TenantTable.text(queue.tenant()), "queue", name, pause ? "paused" : "resumed");
                    return Outcome.done(pause);
                },
                paused -> ApiResponse.json(Map.of("name", name, "paused", paused)));
    }

    /** What is shared is steered for all, so by nobody who is one tenant's. */
    private static void requireOwn(Caller caller, QueueDefinition queue) {
        if (!caller.isOfHub() && queue.isShared()) {
            throw new ApiException(
                    ProblemCode.FORBIDDEN,
                    "queue '" + queue.name() + "' is shared by all tenants, and " + caller.words()
                            + " is of one; only callers of the hub steer it");
        }
    }

    private QueueDefinition declared(ApiRequest request) {
        QueueName name = request.queue();
        QueueDefinition queue = borders.queues(request.realm()).get(name);
        if (queue == null) {
            throw new ApiException(ProblemCode.NOT_FOUND, "there is no queue '" + name + "'");
        }
        return queue;
    }

    private static CompiledView view(QueueDefinition queue, Query query) {
        String asked = query.text("view");
        String name = asked == null ? QueueDefinition.DEFAULT_VIEW : asked;
        return QueueViews.of(queue)
                .view(name)
                .orElseThrow(() -> Query.invalid(
                        "view",
                        "queue '" + queue.name() + "' has no view '" + name + "'"
                                + Nearest.hint(name, queue.views().keySet())));
    }

    private static Map<String, Object> page(
            Tx tx,
            Realm realm,
            QueueName queue,
            CompiledView view,
            Query query,
            int limit,
            Function<Interaction, Map<String, Object>> form) {
        ViewCursor cursor = new ViewCursor(view.order());
        List<Listed> rows = tx.views().inQueue(realm.rows(), queue, view, cursor.read(query), limit + 1);
        List<Listed> page = rows.subList(0, Math.min(limit, rows.size()));
        List<Map<String, Object>> items = page.stream()
                .map(Listed::row)
                .map(row -> tx.interactions().load(row.tenant(), row.id()))
                .flatMap(Optional<Interaction>::stream)
                .map(form)
                .toList();
        String next = rows.size() > limit ? cursor.write(page.get(limit - 1)) : null;
        return new Doc().always("items", items).put("next", next).map();
    }
}
