package dev.serai.rest;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.RestRegistry.RestService;
import org.apache.camel.support.PluginHelper;

/** What no route took: says whether the path, the method, the content type or a running route is missing. */
final class Fallback implements Handler<RoutingContext> {
    private static final String HEAD = "serai.head";

    private final CamelContext context;

    Fallback(CamelContext context) {
        this.context = context;
    }

    @Override
    public void handle(RoutingContext routing) {
        String id = ApiRequest.newId();
        String path = routing.normalizedPath();
        String method = routing.request().method().name();
        if (method.equals("HEAD")) {
            asGet(routing);
            return;
        }
        List<RestService> here = services(path);
        Optional<RestService> wanted =
                here.stream().filter(service -> method(service).equals(method)).findFirst();
        if (here.isEmpty()) {
            answer(routing, id, ProblemCode.NOT_FOUND, "there is nothing at " + path + "; see " + OpenApi.PATH);
        } else if (wanted.isEmpty()) {
            notAllowed(routing, id, here);
        } else {
            notTaken(routing, id, wanted.get());
        }
    }

    /** What GET would say, without its body (RFC 9110, section 9.3.2). */
    private static void asGet(RoutingContext routing) {
        routing.put(HEAD, true);
        String query = routing.request().query();
        routing.reroute(HttpMethod.GET, routing.normalizedPath() + (query == null ? "" : "?" + query));
    }

    /** Whether it was HEAD before it became GET here. */
    static boolean isHead(RoutingContext routing) {
        return Boolean.TRUE.equals(routing.get(HEAD));
    }

    private static void notAllowed(RoutingContext routing, String id, List<RestService> here) {
        Set<String> methods = new TreeSet<>(Set.of("OPTIONS"));
        here.forEach(service -> methods.add(method(service)));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        routing.response().putHeader("Allow", String.join(", ", methods));
        if (routing.request().method().equals(HttpMethod.OPTIONS)) {
            SafeHeaders.api(routing.response(), id);
            routing.response().setStatusCode(204).end();
            return;
        }
        answer(
                routing,
                id,
                ProblemCode.METHOD_NOT_ALLOWED,
                routing.request().method() + " is not offered at " + routing.normalizedPath() + "; expected "
                        + String.join(" or ", methods));
    }

    /** The route is there and did not take it: its content type is another, or it is not running. */
    private static void notTaken(RoutingContext routing, String id, RestService service) {
        String given = ApiRequest.mediaType(routing.request().getHeader("Content-Type"));
        String taken = service.getConsumes();
        if (taken != null && !List.of(taken.split(",")).contains(given)) {
            Throwable unsupported = ApiRequest.unsupported(given, taken.replace(",", " or "));
            VertxAnswers.send(routing, Problem.of(unsupported, id).response(), id);
        } else {
            answer(
                    routing,
                    id,
                    ProblemCode.UNAVAILABLE,
                    "the route that answers " + routing.normalizedPath() + " is not running");
        }
    }

    /** What went wrong before any route: a body too large, a path that is none. */
    void failed(RoutingContext routing) {
        String id = ApiRequest.newId();
        Throwable failure = routing.failure();
        int status = routing.statusCode();
        if (status == ProblemCode.TOO_LARGE.status()) {
            answer(routing, id, ProblemCode.TOO_LARGE, "the body is larger than serai.http.max-body allows");
        } else if (status >= 400 && status < 500) {
            answer(routing, id, ProblemCode.INVALID_REQUEST, "the request is not well-formed HTTP");
        } else {
            Throwable cause = failure == null ? new IllegalStateException("status " + status) : failure;
            VertxAnswers.send(routing, Problem.of(cause, id).response(), id);
        }
    }

    private static void answer(RoutingContext routing, String id, ProblemCode code, String detail) {
        VertxAnswers.send(routing, Problem.of(code, detail, id, List.of()).response(), id);
    }

    private List<RestService> services(String path) {
        return PluginHelper.getRestRegistry(context).listAllRestServices().stream()
                .filter(service -> matches(service, path))
                .toList();
    }

    private static String method(RestService service) {
        return service.getMethod().toUpperCase(Locale.ROOT);
    }

    private static boolean matches(RestService service, String path) {
        String template = service.getBasePath() + (service.getUriTemplate() == null ? "" : service.getUriTemplate());
        String pattern = Pattern.quote(template).replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q");
        return path.replaceAll("/$", "").matches(pattern);
    }
}
