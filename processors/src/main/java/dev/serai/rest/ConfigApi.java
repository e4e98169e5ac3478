package dev.serai.rest;

import java.util.List;
import java.util.Map;

/** Which files are live, and why newer ones are not. */
final class ConfigApi {
    private final RestDependencies hub;

    ConfigApi(RestDependencies hub) {
        this.hub = hub;
    }

    ApiResponse generations(ApiRequest request) {
        request.query().only();
        return ApiResponse.json(Map.of("current", current(hub.config().get())));
    }

    static Map<String, Object> current(LiveConfig live) {
        List<Map<String, Object>> rejected = live.rejected().stream()
                .map(problem -> new Doc()
                        .put("file", problem.file())
                        .put("line", problem.line())
                        .put("reason", problem.reason())
                        .map())
                .toList();
        return new Doc()
                .put("id", live.generation().id())
                .put("appliedAt", live.appliedAt())
                .put("rejected", rejected)
                .map();
    }
}
