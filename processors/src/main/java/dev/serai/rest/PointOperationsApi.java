package dev.serai.rest;

import dev.serai.capture.Aftermath;
import dev.serai.capture.Captured;
import dev.serai.document.Document;
import dev.serai.document.Form;
import dev.serai.document.Response;
import dev.serai.files.PointDefaults;
import dev.serai.files.RestPointDefinition;
import dev.serai.interaction.PointName;
import dev.serai.operation.Code;
import dev.serai.point.Delivery;
import dev.serai.point.Fate;
import dev.serai.store.StoreException;
import dev.serai.window.CrashWindow;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** POST /capture-points/{name}/operations: a document of operations, answered in its own form. */
final class PointOperationsApi {
    private final RestDependencies hub;

    PointOperationsApi(RestDependencies hub) {
        this.hub = hub;
    }

    ApiResponse apply(ApiRequest request) throws IOException {
        request.query().only();
        PointDefaults point = point(request);
        Consumer<Captured> steps = steps(point);
        Fate fate = applied(new Delivery(point, key(request), caller(request), null), document(request));
        CrashWindow.OPERATIONS_COMMITTED.pass();
        Aftermath.of(fate, point.name(), hub.points().health(point.name()), steps);
        hub.points().health(point.name()).succeeded(-1);
        ApiResponse response =
                ApiResponse.of(status(fate), fate.document().form().mediaType(), fate.answer());
        return fate.replayed() ? response.with("Idempotent-Replayed", "true") : response;
    }

    private static @Nullable String caller(ApiRequest request) {
        return request.caller().isAnybody() ? null : request.caller().name();
    }

    private PointDefaults point(ApiRequest request) {
        PointName name = request.named(PointName::of, "capture point");
        RestPointDefinition point = hub.config()
                .get()
                .generation()
                .points(RestPointDefinition.class)
                .get(name);
        if (point == null) {
            throw new ApiException(
                    ProblemCode.NOT_FOUND,
                    "there is no capture point '" + name + "' that operations are posted to; expected one of "
                            + "routes/capture/capture-rest-<name>.camel.yaml");
        }
        return point.point();
    }

    private Consumer<Captured> steps(PointDefaults point) {
        if (!point.enabled()) {
            throw new ApiException(
                    ProblemCode.WRONG_STATE,
                    "capture point '" + point.name() + "' is disabled: enabled is false in its file");
        }
        if (hub.points().isPaused(point.name())) {
            throw new ApiException(
                    ProblemCode.UNAVAILABLE, "capture point '" + point.name() + "' is paused; nothing was done");
        }
        return hub.points()
                .stepsOf(point.name())
                .orElseThrow(() -> new ApiException(
                        ProblemCode.UNAVAILABLE, "the route of capture point '" + point.name() + "' does not run"));
    }

    private static Document document(ApiRequest request) throws IOException {
        Form form = switch (request.mediaType()) {
            case "application/json" -> Form.JSON;
            case "application/xml", "text/xml" -> Form.XML;
            default -> throw request.unsupported("application/json or application/xml");
        };
        if (request.content().size() > Document.MOST_BYTES) {
            throw new ApiException(
                    ProblemCode.TOO_LARGE,
                    "the document has " + request.content().size() + " bytes; expected at most " + Document.MOST_BYTES);
        }
        try (InputStream bytes = request.content().open(0, request.content().size())) {
            return Document.read(bytes.readAllBytes(), form);
        }
    }

    private Fate applied(Delivery delivery, Document document) {
        try {
            return hub.points().desk().apply(delivery, document);
        } catch (StoreException.Unavailable away) {
            throw new ApiException(
                    ProblemCode.UNAVAILABLE,
                    "the database is not available right now; some operations may be done: send the document again with "
                            + "the same Idempotency-Key");
        }
    }

    /** A key is its caller's own, at this point too. */
    private static @Nullable String key(ApiRequest request) {
        String key = request.header(Keyed.HEADER);
        if (key != null && (key.isBlank() || key.length() > 255)) {
            throw new ApiException(
                    ProblemCode.INVALID_REQUEST,
                    "the idempotency key has " + key.length() + " characters; expected 1 to 255");
        }
        return key == null ? null : request.caller().delivery(key);
    }

    /** Of one operation its own; of many 200, for each has its own result. */
    private static int status(Fate fate) {
        Response first = fate.results().get(0).response();
        String code = first.code();
        if (fate.document().many() || code == null) {
            return fate.made() && !fate.document().many() ? 201 : 200;
        }
        return ProblemCode.of(Code.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_')))
                .status();
    }
}
