package dev.serai.rest;

import dev.serai.files.HttpKeys;
import dev.serai.files.Names;
import dev.serai.files.WebformDefinition;
import dev.serai.interaction.PointName;
import dev.serai.rest.WebformApi.Visit;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The entrance of visitors of web sites: who may post, and how often, is decided before a byte of the body is read. */
final class Webforms {

    private final RestDependencies hub;
    private final Site site;
    private final ClientAddress clients;
    private final WebformApi api;
    private final Path spool;
    private final Memory memory = Memory.ofHeap(16);
    private final Crowd crowd = new Crowd();

    /** @param spool where posts lie until they are stored */
    Webforms(RestDependencies hub, WebformApi api, Path spool) {
        this.hub = hub;
        this.site = Site.of(hub.settings());
        this.clients = ClientAddress.behind(hub.settings().text(HttpKeys.PROXIES));
        this.api = api;
        this.spool = spool;
    }

    /** Whether foreign web pages are the business of {@link #mount}, not of the guard. */
    static boolean isPath(@Nullable String path) {
        return path != null && path.startsWith(WebformDefinition.PATH);
    }

    /** The router answers before any route of Camel's; these are named by the files of `routes/api/` alone. */
    @SuppressWarnings("DoNotCallSuggester") // a handler as any other
    static ApiResponse elsewhere(ApiRequest request) {
        throw new ApiException(ProblemCode.NOT_FOUND, "there is no web form at this path");
    }

    void mount(Router router) {
        String path = WebformDefinition.PATH + ":form";
        router.options(path).order(-17).handler(this::preflight);
        router.options(path + "/token").order(-17).handler(this::preflight);
        router.get(path + "/token").order(-17).handler(routing -> attend(routing, this::token));
        router.post(path).order(-17).handler(routing -> attend(routing, this::post));
    }

    /** What browsers ask before a script of another site may post (Fetch, section 4.8). */
    private void preflight(RoutingContext routing) {
        attend(routing, visit -> {
            HttpServerResponse response = routing.response();
            response.putHeader("Access-Control-Allow-Methods", "GET, POST");
            response.putHeader("Access-Control-Allow-Headers", "Content-Type, Idempotency-Key");
            response.putHeader("Access-Control-Max-Age", "600");
            response.putHeader("Allow", "GET, HEAD, OPTIONS, POST");
            VertxAnswers.send(routing, new ApiResponse(204, Map.of(), ""), ApiRequest.newId());
        });
    }

    private void token(RoutingContext routing, Visit visit) {
        VertxAnswers.send(routing, api.token(visit.form()), ApiRequest.newId());
    }

    private void post(RoutingContext routing, Visit visit) {
        WebformDefinition form = visit.form();
        String type = ApiRequest.mediaType(routing.request().getHeader("Content-Type"));
        requireOpen(form);
        Denial hasty = crowd.refuses(visit);
        if (hasty != null) {
            String id = ApiRequest.newId();
            count(hasty.reason());
            VertxAnswers.send(routing, hasty.response(id), id);
            return;
        }
        if (!PostedBody.TYPES.contains(type)) {
            throw ApiRequest.unsupported(
                    type, PostedBody.TYPES.stream().sorted().collect(Collectors.joining(", ")));
        }
        crowd.enter(routing, visit);
        long most = Math.min(form.files().maxSize(), hub.settings().size(HttpKeys.MAX_BODY));
        Uploads.Upload upload = (request, room) -> api.post(visit, request, room);
        new Uploads(
                        spool,
                        memory,
                        most,
                        PostedBody.TYPES.stream().collect(Collectors.toMap(Function.identity(), any -> upload)))
                .handle(routing);
    }

    private void attend(RoutingContext routing, Consumer<Visit> then) {
        attend(routing, (any, visit) -> then.accept(visit));
    }

    @FunctionalInterface
    private interface Attended {
        void by(RoutingContext routing, Visit visit);
    }

    private void attend(RoutingContext routing, Attended then) {
        routing.response().putHeader("Vary", "Origin");
        try {
            Query.parse(routing.request().query()).only();
            WebformDefinition form = form(routing.pathParam("form"));
            if (wantsPage(routing.request())) {
                VertxAnswers.present(routing, new FormPages(form.pages()));
            }
            then.by(routing, visit(routing, form));
        } catch (RuntimeException refused) {
            String id = ApiRequest.newId();
            VertxAnswers.send(routing, Problem.of(refused, id).response(), id);
        }
    }

    private static boolean wantsPage(HttpServerRequest request) {
        String accept = request.getHeader("Accept");
        return request.method().name().equals("POST")
                && accept != null
                && accept.toLowerCase(Locale.ROOT).contains("text/html");
    }

    private WebformDefinition form(@Nullable String name) {
        WebformDefinition form = Names.isName(name == null ? "" : name)
                ? hub.config()
                        .get()
                        .generation()
                        .points(WebformDefinition.class)
                        .get(PointName.of("" + name))
                : null;
        if (form == null) {
            throw new ApiException(
                    ProblemCode.NOT_FOUND,
                    "there is no web form of that name; expected one of routes/capture/capture-webform-<name>.camel.yaml");
        }
        return form;
    }

    private Visit visit(RoutingContext routing, WebformDefinition form) {
        HttpServerRequest request = routing.request();
        String origin = request.getHeader("Origin");
        if (!mayPost(request, origin, form)) {
            count("form-origin");
            throw new ApiException(
                    ProblemCode.FORBIDDEN,
                    "the form '" + form.name() + "' takes nothing of the web site that the request comes from; its file"
                            + " names those that may as origins");
        }
        if (origin != null) {
            routing.response().putHeader("Access-Control-Allow-Origin", origin);
            routing.response()
                    .putHeader("Access-Control-Expose-Headers", "Retry-After, X-Request-Id, Idempotent-Replayed");
        }
        return new Visit(form, origin, clients.of(request));
    }

    /** A browser that says nothing of the page says at least that it is a foreign one. */
    private boolean mayPost(HttpServerRequest request, @Nullable String origin, WebformDefinition form) {
        if (origin == null) {
            return !"cross-site".equals(request.getHeader("Sec-Fetch-Site"));
        }
        return request.headers().getAll("Origin").size() == 1
                && (form.entrance().origins().contains(origin) || site.isOwn(request));
    }

    private void requireOpen(WebformDefinition form) {
        if (!form.point().enabled()) {
            throw new ApiException(
                    ProblemCode.UNAVAILABLE,
                    "the form '" + form.name() + "' is disabled: enabled is false in its file; nothing was taken");
        }
        if (hub.points().stepsOf(form.name()).isEmpty()) {
            throw new ApiException(
                    ProblemCode.UNAVAILABLE,
                    "the route of the form '" + form.name() + "' does not run; nothing was taken");
        }
    }

    private void count(String reason) {
        hub.meters().counter("serai.denied", "reason", reason).increment();
    }
}
