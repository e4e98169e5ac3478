package dev.serai.rest;

import dev.serai.interaction.PointName;
import dev.serai.operation.Target;
import java.util.List;
import java.util.Set;

/**
 * Keeps callers that are limited to capture points to these: to verbs about one interaction, which must have come by one of
 * them, and about a point. All that shows or takes what others gave is not for them.
 */
final class PointScope {
    private static final Set<String> VERBS = Set.of(
            "api-interactions-submit",
            "api-interactions-find",
            "api-interactions-get",
            "api-interactions-change",
            "api-interactions-timeline",
            "api-interactions-raw",
            "api-interactions-attachment",
            "api-interactions-html",
            "api-interactions-stop",
            "api-interactions-hold",
            "api-interactions-resume",
            "api-interactions-move",
            "api-capture-points-list",
            "api-capture-points-operate");

    private final InteractionApi interactions;

    PointScope(InteractionApi interactions) {
        this.interactions = interactions;
    }

    /** Whether a verb is for such callers at all. */
    static boolean has(String verb) {
        return VERBS.contains(verb);
    }

    /** The same for callers who may see what the path names; for others there is no such thing. */
    ApiHandler on(ApiHandler handler) {
        return request -> {
            if (request.caller().isLimited()) {
                require(request);
            }
            return handler.handle(request);
        };
    }

    private void require(ApiRequest request) {
        List<String> path = request.path();
        if (path.size() > 1 && path.get(0).equals("interactions")) {
            require(request.caller(), request.target());
        } else if (path.size() > 1 && path.get(0).equals("capture-points")) {
            if (!request.caller().maySee(request.named(PointName::of, "capture point"))) {
                throw none("capture point", path.get(1));
            }
        }
    }

    /** @throws ApiException when there is no such interaction that the caller may see */
    void require(Caller caller, Target target) {
        PointName point = interactions.load(target).origin().capturePoint();
        if (caller.isLimited() && (point == null || !caller.maySee(point))) {
            throw none("interaction", target.id().value());
        }
    }

    private static ApiException none(String what, String name) {
        return new ApiException(ProblemCode.NOT_FOUND, "there is no " + what + " '" + name + "'");
    }
}
