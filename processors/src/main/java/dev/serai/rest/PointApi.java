package dev.serai.rest;

import dev.serai.capture.CapturePointStatus;
import dev.serai.interaction.PointName;
import dev.serai.operation.Outcome;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.LedgerEntry;
import dev.serai.store.Tx;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The capture points: how they fare; pausing, resuming and polling them. */
final class PointApi {
    private final RestDependencies hub;
    private final Keyed keyed;

    PointApi(RestDependencies hub, Keyed keyed) {
        this.hub = hub;
        this.keyed = keyed;
    }

    ApiResponse list(ApiRequest request) {
        request.query().only();
        List<CapturePointStatus> visible = of(request.realm())
                .filter(point -> request.caller().maySee(point.name()))
                .toList();
        return ApiResponse.json(Map.of("items", visible));
    }

    Stream<CapturePointStatus> of(Realm realm) {
        return hub.points().list().stream().filter(point -> isOf(realm, point.name()));
    }

    private boolean isOf(Realm realm, PointName name) {
        return realm.isAll()
                || hub.config()
                        .get()
                        .generation()
                        .point(name)
                        .filter(point -> realm.has(point.tenant()))
                        .isPresent();
    }

    /** What the mailboxes saw of a Message-ID: taken, seen twice, not wanted, not fetched. */
    ApiResponse seen(ApiRequest request) {
        String messageId = request.query().only("messageId").text("messageId");
        if (messageId == null) {
            throw Query.invalid("messageId", "is missing; expected a Message-ID with its angle brackets");
        }
        List<LedgerEntry> seen =
                hub.store().read(tx -> tx.ledger().byMessageId(request.realm().rows(), messageId));
        return ApiResponse.json(
                Map.of("items", seen.stream().map(PointApi::view).toList()));
    }

    private static Map<String, Object> view(LedgerEntry entry) {
        return new Doc()
                .put("point", entry.point())
                .put("position", entry.position())
                .put("result", entry.result().name().toLowerCase(Locale.ROOT))
                .put("interaction", entry.interactionId())
                .put("reason", entry.reason())
                .put("size", entry.size())
                .put("attempts", entry.attempts())
                .put("acknowledged", entry.acknowledged())
                .map();
    }

    ApiResponse pause(ApiRequest request) {
        return steer(
                request,
                "paused",
                name -> hub.points().pause(name, request.caller().name()));
    }

    ApiResponse resume(ApiRequest request) {
        return steer(
                request,
                "resumed",
                name -> hub.points().resume(name, request.caller().name()));
    }

    ApiResponse poll(ApiRequest request) {
        return steer(
                request,
                "polled",
                hub.points()::poll,
                tx -> tx.events()
                        .append(
                                request.tenant(),
                                request.named(PointName::of, "capture point"),
                                NewEvent.of(
                                        "serai.capture.polled", request.caller().name())));
    }

    /** What waits to be sent to a point is given up; to one that no file declares any more, too. */
    ApiResponse dropAnswers(ApiRequest request) {
        PointName name = request.named(PointName::of, "capture point");
        request.json().finish();
        return keyed.run(
                request,
                tx -> Outcome.done(dropped(tx, name, request)),
                count -> ApiResponse.json(Map.of("name", name.value(), "dropped", count)));
    }

    private static int dropped(Tx tx, PointName name, ApiRequest request) {
        int count = tx.outgoing().waiting().stream()
                .filter(waiting ->
                        waiting.point().equals(name) && request.realm().has(waiting.tenant()))
                .mapToInt(waiting -> tx.outgoing().drop(waiting.tenant(), name))
                .sum();
        tx.events()
                .append(
                        request.tenant(),
                        name,
                        NewEvent.of(
                                        "serai.capture.answers-dropped",
                                        request.caller().name())
                                .with(Map.of("answers", count)));
        return count;
    }

    /** Of a pause and its end the points tell themselves. */
    private ApiResponse steer(ApiRequest request, String done, Predicate<PointName> effect) {
        return steer(request, done, effect, tx -> {});
    }

    private ApiResponse steer(ApiRequest request, String done, Predicate<PointName> effect, Consumer<Tx> tell) {
        PointName name = request.named(PointName::of, "capture point");
        request.json().finish();
        return keyed.runOutside(
                request,
                () -> {
                    if (hub.points().find(name).isEmpty()) {
                        throw new ApiException(ProblemCode.NOT_FOUND, "there is no capture point '" + name + "'");
                    }
                    if (!effect.test(name)) {
                        throw new ApiException(
                                ProblemCode.WRONG_STATE, "capture point '" + name + "' does not run on this node");
                    }
                    return ApiResponse.json(Map.of("name", name.value(), "done", done));
                },
                tell);
    }
}
