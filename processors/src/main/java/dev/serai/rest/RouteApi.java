package dev.serai.rest;

import java.util.Map;
import org.apache.camel.CamelContext;

/** The routes: their figures, starting and stopping them. */
final class RouteApi {
    private final CamelContext context;
    private final RouteStatuses statuses;
    private final Keyed keyed;

    RouteApi(CamelContext context, RouteStatuses statuses, Keyed keyed) {
        this.context = context;
        this.statuses = statuses;
        this.keyed = keyed;
    }

    ApiResponse list(ApiRequest request) {
        request.query().only();
        return ApiResponse.json(Map.of("items", statuses.list()));
    }

    ApiResponse start(ApiRequest request) {
        return steer(request, id -> context.getRouteController().startRoute(id));
    }

    ApiResponse stop(ApiRequest request) {
        if (request.segment(1).startsWith("api-")) {
            throw new ApiException(
                    ProblemCode.WRONG_STATE,
                    "route '" + request.segment(1) + "' answers this API; it is not stopped over the API");
        }
        return steer(request, id -> context.getRouteController().stopRoute(id));
    }

    @FunctionalInterface
    private interface Effect {
        void on(String id) throws Exception;
    }

    private ApiResponse steer(ApiRequest request, Effect effect) {
        String id = request.segment(1);
        request.json().finish();
        return keyed.runOutside(request, () -> {
            if (statuses.find(id).isEmpty()) {
                throw new ApiException(ProblemCode.NOT_FOUND, "there is no route '" + id + "'");
            }
            try {
                effect.on(id);
            } catch (Exception failure) {
                throw new ApiException(
                        ProblemCode.WRONG_STATE, "route '" + id + "' did not change: " + failure.getMessage());
            }
            return ApiResponse.json(statuses.find(id).orElseThrow());
        });
    }
}
