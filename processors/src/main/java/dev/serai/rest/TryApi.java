package dev.serai.rest;

import dev.serai.interaction.PointName;
import dev.serai.mime.RawSource;
import dev.serai.operation.Refusal.Fault;
import dev.serai.store.RawContent;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** POST /try: a mail in, the explanation out; nothing is written. */
final class TryApi {
    private final RestDependencies hub;

    TryApi(RestDependencies hub) {
        this.hub = hub;
    }

    ApiResponse run(ApiRequest request) throws Exception {
        if (!request.mediaType().equals(Mails.TYPE)) {
            throw request.unsupported(Mails.TYPE);
        }
        if (request.content().size() == 0) {
            throw new ApiException(
                    ProblemCode.INVALID_REQUEST, "the body is empty; expected a mail", new Fault("", "is empty"));
        }
        return ApiResponse.json(hub.trials()
                .run(source(request.content()), point(request.query().only("point"))));
    }

    private static @Nullable PointName point(Query query) {
        String name = query.text("point");
        try {
            return name == null ? null : PointName.of(name);
        } catch (IllegalArgumentException noName) {
            throw Query.invalid("point", "" + noName.getMessage());
        }
    }

    private static RawSource source(RawContent content) {
        return new RawSource() {
            @Override
            public long size() {
                return content.size();
            }

            @Override
            public InputStream open(long from, long length) throws IOException {
                return content.open(from, length);
            }
        };
    }
}
