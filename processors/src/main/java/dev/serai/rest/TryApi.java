package dev.serai.rest;

import dev.serai.interaction.PointName;
import dev.serai.mime.RawSource;
import dev.serai.operation.Refusal.Fault;
import dev.serai.store.RawContent;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** POST /try: a mail in, the explanation out; nothing is written. */
final class TryApi {
    private final RestDependencies hub;
    private final Keyed keyed;

    TryApi(RestDependencies hub, Keyed keyed) {
        this.hub = hub;
        this.keyed = keyed;
    }

    ApiResponse run(ApiRequest request) {
        if (!request.mediaType().equals(Uploads.TYPE)) {
            throw request.unsupported(Uploads.TYPE);
        }
        if (request.content().size() == 0) {
            throw new ApiException(
                    ProblemCode.INVALID_REQUEST, "the body is empty; expected a mail", new Fault("", "is empty"));
        }
        PointName point = point(request.query().only("point"));
        if (point != null) {
            requireOwn(request.realm(), point);
        }
        return keyed.runOutside(request, () -> tried(request, point));
    }

    private ApiResponse tried(ApiRequest request, @Nullable PointName point) {
        try {
            return ApiResponse.json(hub.trials()
                    .run(
                            source(request.content()),
                            point,
                            request.realm().only().orElse(null)));
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new CompletionException(failure);
        }
    }

    private void requireOwn(Realm realm, PointName point) {
        boolean known = realm.isAll()
                || hub.config()
                        .get()
                        .generation()
                        .point(point)
                        .filter(one -> realm.has(one.tenant()))
                        .isPresent();
        if (!known) {
            throw Borders.none("capture point", point.value());
        }
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
