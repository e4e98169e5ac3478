package dev.serai.rest;

import dev.serai.interaction.PointName;
import java.util.Map;
import java.util.function.Predicate;

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
        return ApiResponse.json(Map.of("items", hub.points().list()));
    }

    ApiResponse pause(ApiRequest request) {
        return steer(request, "paused", name -> hub.points().pause(name, Actors.OPERATOR));
    }

    ApiResponse resume(ApiRequest request) {
        return steer(request, "resumed", name -> hub.points().resume(name, Actors.OPERATOR));
    }

    ApiResponse poll(ApiRequest request) {
        return steer(request, "polled", hub.points()::poll);
    }

    private ApiResponse steer(ApiRequest request, String done, Predicate<PointName> effect) {
        PointName name = request.named(PointName::of, "capture point");
        request.json().finish();
        return keyed.runOutside(request, () -> {
            if (hub.points().find(name).isEmpty()) {
                throw new ApiException(ProblemCode.NOT_FOUND, "there is no capture point '" + name + "'");
            }
            if (!effect.test(name)) {
                throw new ApiException(
                        ProblemCode.WRONG_STATE, "capture point '" + name + "' does not run on this node");
            }
            return ApiResponse.json(Map.of("name", name.value(), "done", done));
        });
    }
}
