package dev.serai.rest;

import dev.serai.interaction.PointName;
import dev.serai.operation.Refusal.Fault;
import org.jspecify.annotations.Nullable;

/** POST /try: a mail in, the explanation out; nothing is written. */
final class TryApi {
    private final RestDependencies hub;

    TryApi(RestDependencies hub) {
        this.hub = hub;
    }

    ApiResponse run(ApiRequest request) throws Exception {
        if (!request.mediaType().equals("message/rfc822")) {
            throw request.unsupported("message/rfc822");
        }
        if (request.body().length == 0) {
            throw new ApiException(
                    ProblemCode.INVALID_REQUEST, "the body is empty; expected a mail", new Fault("", "is empty"));
        }
        return ApiResponse.json(
                hub.trials().run(request.body(), point(request.query().only("point"))));
    }

    private static @Nullable PointName point(Query query) {
        String name = query.text("point");
        try {
            return name == null ? null : PointName.of(name);
        } catch (IllegalArgumentException noName) {
            throw Query.invalid("point", "" + noName.getMessage());
        }
    }
}
