package dev.serai.rest;

import dev.serai.files.QueueDefinition;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.QueueName;
import dev.serai.operation.Outcome;
import dev.serai.store.Tx;
import dev.serai.store.WorkRow;
import dev.serai.store.WorkTable.After;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The queues: how full they are, what waits in them, and whether they may go on. */
final class QueueApi {
    private final RestDependencies hub;
    private final Keyed keyed;

    QueueApi(RestDependencies hub, Keyed keyed) {
        this.hub = hub;
        this.keyed = keyed;
    }

    ApiResponse list(ApiRequest request) {
        request.query().only();
        return ApiResponse.json(Map.of("items", statuses(HubReading.of(hub.store()))));
    }

    List<QueueStatus> statuses(HubReading reading) {
        return hub.config().get().generation().queues().values().stream()
                .map(queue -> QueueStatus.of(queue, reading))
                .sorted(Comparator.comparing(QueueStatus::name))
                .toList();
    }

    ApiResponse interactions(ApiRequest request) {
        Query query = request.query().only("view", "limit", "cursor", "fields");
        QueueName queue = declared(request).name();
        String view = query.text("view");
        if (view != null && !view.equals(QueueDefinition.DEFAULT_VIEW)) {
            throw Query.invalid("view", "only the view 'default' can be listed so far");
        }
        int limit = query.number("limit", 50, 1, 500);
        return ApiResponse.json(hub.store().read(tx -> page(tx, queue, query, limit)));
    }

    ApiResponse pause(ApiRequest request) {
        return steer(request, true);
    }

    ApiResponse resume(ApiRequest request) {
        return steer(request, false);
    }

    private ApiResponse steer(ApiRequest request, boolean pause) {
        String name = declared(request).name().value();
        request.json().finish();
        return keyed.run(
                request,
                tx -> {
                    if (pause) {
                        tx.operate().pause("queue", name, tx.now());
                    } else {
                        tx.operate().resume("queue", name);
                    }
                    return Outcome.done(pause);
                },
                paused -> ApiResponse.json(Map.of("name", name, "paused", paused)));
    }

    private QueueDefinition declared(ApiRequest request) {
        QueueName name = request.queue();
        QueueDefinition queue = hub.config().get().generation().queues().get(name);
        if (queue == null) {
            throw new ApiException(ProblemCode.NOT_FOUND, "there is no queue '" + name + "'");
        }
        return queue;
    }

    private static Map<String, Object> page(Tx tx, QueueName queue, Query query, int limit) {
        List<WorkRow> rows = tx.work().inQueue(ApiRequest.TENANT, queue, QueueCursor.read(query), limit + 1);
        List<WorkRow> page = rows.subList(0, Math.min(limit, rows.size()));
        List<Map<String, Object>> items = page.stream()
                .map(row -> tx.interactions().load(row.tenant(), row.id()))
                .flatMap(Optional<Interaction>::stream)
                .map(FindApi.view(query))
                .toList();
        String next = rows.size() > limit ? QueueCursor.write(page.get(limit - 1)) : null;
        return new Doc().always("items", items).put("next", next).map();
    }

    /** A place in a queue's order, opaque to clients. */
    private static final class QueueCursor {
        static String write(WorkRow last) {
            return last.priority() + "_" + last.placedAt() + "_" + last.id();
        }

        static @org.jspecify.annotations.Nullable After read(Query query) {
            String cursor = query.text("cursor");
            if (cursor == null) {
                return null;
            }
            String[] parts = cursor.split("_", -1);
            try {
                return new After(Integer.parseInt(parts[0]), java.time.Instant.parse(parts[1]), parts[2]);
            } catch (RuntimeException foreign) {
                throw Query.invalid("cursor", "'" + cursor + "' is not a cursor that this hub gave as `next`");
            }
        }
    }
}
