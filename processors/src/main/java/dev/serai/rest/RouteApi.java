package dev.serai.rest;

import dev.serai.live.RouteRemoval;
import java.util.Map;
import org.apache.camel.CamelContext;

/** The routes: their figures, starting and stopping them. */
final class RouteApi {
    private final RouteStatuses statuses;
    private final Keyed keyed;

    RouteApi(RouteStatuses statuses, Keyed keyed) {
        this.statuses = statuses;
        this.keyed = keyed;
    }

    ApiResponse list(ApiRequest request) {
        request.query().only();
        return ApiResponse.json(Map.of("items", statuses.list()));
    }

    ApiResponse start(ApiRequest request) {
        return steer(request, "started", RouteRemoval::start);
    }

    ApiResponse stop(ApiRequest request) {
        if (request.segment(1).startsWith("api-")) {
            throw new ApiException(
                    ProblemCode.WRONG_STATE,
                    "route '" + request.segment(1) + "' answers this API; it is not stopped over the API");
        }
        return steer(request, "stopped", RouteRemoval::stop);
    }

    @FunctionalInterface
    private interface Effect {
        void on(CamelContext context, String id) throws Exception;
    }

    private ApiResponse steer(ApiRequest request, String done, Effect effect) {
        String id = request.segment(1);
        request.json().finish();
        return keyed.runOutside(
                request,
                () -> {
                    CamelContext context = statuses.context(id)
                            .orElseThrow(
                                    () -> new ApiException(ProblemCode.NOT_FOUND, "there is no route '" + id + "'"));
                    try {
                        effect.on(context, id);
                    } catch (Exception failure) {
                        throw new ApiException(
                                ProblemCode.WRONG_STATE, "route '" + id + "' did not change: " + failure.getMessage());
                    }
                    return ApiResponse.json(statuses.find(id).orElseThrow());
                },
                tx -> Audit.tell(tx, request, "route", id, done));
    }
}
