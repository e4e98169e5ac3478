package dev.serai.rest;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.QueueName;
import dev.serai.operation.JsonFields;
import dev.serai.operation.Target;
import dev.serai.store.RawContent;
import dev.serai.store.WorkChange.By;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a client asked, read from the request itself: nothing of it comes from exchange headers, which a query or a form
 * could have set.
 */
final class ApiRequest {
    static final String ROOT = "/api/v1";
    private static final Set<String> FORMS = Set.of("application/x-www-form-urlencoded", "multipart/form-data");

    private final String id = newId();
    private final String method;
    private final List<String> path;
    private final Query query;
    private final MultiMap headers;
    private final byte[] body;
    private final RawContent content;
    private final Caller caller;
    private final Realm realm;
    private @Nullable String tenant;

    private ApiRequest(HttpServerRequest http, byte[] body, RawContent content) {
        this.method = http.method().name();
        this.path = segments(http.path());
        this.query = Query.parse(http.query());
        this.headers = http.headers();
        this.body = body;
        this.content = content;
        this.caller = Caller.of(http);
        this.realm = Realm.of(http);
    }

    static ApiRequest of(HttpServerRequest http, byte[] body) {
        return new ApiRequest(http, body, RawContent.of(body));
    }

    /** A request whose body is in a file, which must stay until it is answered. */
    static ApiRequest of(HttpServerRequest http, Path body) throws IOException {
        return new ApiRequest(http, new byte[0], RawContent.of(body));
    }

    private static List<String> segments(@Nullable String path) {
        String whole = path == null ? "" : path;
        String behind = whole.startsWith(ROOT) ? whole.substring(ROOT.length()) : whole;
        return Arrays.stream(behind.split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(ApiRequest::decoded)
                .toList();
    }

    /** Names the request in problem documents and in the log. */
    String id() {
        return id;
    }

    String method() {
        return method;
    }

    /** The decoded segments behind `/api/v1`. */
    List<String> path() {
        return path;
    }

    Query query() {
        return query;
    }

    /** The body, wherever it lies. */
    RawContent content() {
        return content;
    }

    static String newId() {
        return UUID.randomUUID().toString().substring(0, 13);
    }

    Caller caller() {
        return caller;
    }

    /** The caller as the one whom events name. */
    By by(@Nullable String reason) {
        return By.of(caller.name()).because(reason);
    }

    /** The nth segment of the path, counted from 0: the resource. */
    String segment(int index) {
        return index < path.size() ? path.get(index) : "";
    }

    /** Whose things it is about. */
    Realm realm() {
        return realm;
    }

    /** Of whom is what it names or makes: whoever has the thing of its path, else whom it was sent for. */
    String tenant() {
        return tenant == null ? realm.maker().value() : tenant;
    }

    /** Says whose the thing is that the path names. */
    void belongsTo(String owner) {
        this.tenant = owner;
    }

    /** The interaction that the path names. */
    Target target() {
        return new Target(tenant(), interaction());
    }

    InteractionId interaction() {
        return named(InteractionId::of, "interaction");
    }

    QueueName queue() {
        return named(QueueName::of, "queue");
    }

    /** The thing that the path names; a name that cannot be one is not found. */
    <T> T named(Function<String, T> reader, String what) {
        try {
            return reader.apply(segment(1));
        } catch (IllegalArgumentException notAName) {
            throw new ApiException(ProblemCode.NOT_FOUND, "there is no " + what + " '" + segment(1) + "'");
        }
    }

    @Nullable
    String header(String name) {
        return headers.get(name);
    }

    /** The media type in lower case without parameters; empty when there is none. */
    String mediaType() {
        return mediaType(headers.get("Content-Type"));
    }

    static String mediaType(@Nullable String contentType) {
        return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** The body as JSON fields; no body is an empty object. */
    JsonFields json() {
        return json("application/json");
    }

    JsonFields json(String... mediaTypes) {
        if (hasBody() && !Arrays.asList(mediaTypes).contains(mediaType())) {
            throw unsupported(String.join(" or ", mediaTypes));
        }
        return JsonFields.parse(utf8());
    }

    /** Forms are read away before, so that nothing of them is left but their type. */
    private boolean hasBody() {
        return body.length > 0 || (FORMS.contains(mediaType()) && !"0".equals(headers.get("Content-Length")));
    }

    ApiException unsupported(String expected) {
        return unsupported(mediaType(), expected);
    }

    static ApiException unsupported(String given, String expected) {
        String has = given.isEmpty() ? "no Content-Type" : "Content-Type '" + given + "'";
        return new ApiException(
                ProblemCode.UNSUPPORTED_MEDIA_TYPE, "the request has " + has + "; expected " + expected);
    }

    /** @throws ApiException when it is no UTF-8: what was meant cannot be known */
    private String utf8() {
        return utf8(body);
    }

    static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new ApiException(
                    ProblemCode.INVALID_REQUEST,
                    "the body is not UTF-8; expected text in UTF-8 (RFC 8259, section 8.1)");
        }
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return segment;
        }
    }
}
