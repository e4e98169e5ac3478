package dev.serai.rest;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.RestRegistry.RestService;
import org.apache.camel.support.PluginHelper;

/** What no route took: says whether the path, the method or a running route is missing. */
final class Fallback implements Handler<RoutingContext> {
    private final CamelContext context;

    Fallback(CamelContext context) {
        this.context = context;
    }

    @Override
    public void handle(RoutingContext routing) {
        String id = ApiRequest.newId();
        String path = routing.normalizedPath();
        String method = routing.request().method().name();
        Set<String> methods = methods(path);
        if (methods.isEmpty()) {
            answer(routing, id, ProblemCode.NOT_FOUND, "there is nothing at " + path + "; see " + OpenApi.PATH);
        } else if (methods.contains(method)) {
            answer(routing, id, ProblemCode.UNAVAILABLE, "the route that answers " + path + " is not running");
        } else {
            routing.response().putHeader("Allow", String.join(", ", methods));
            answer(
                    routing,
                    id,
                    ProblemCode.METHOD_NOT_ALLOWED,
                    method + " is not offered at " + path + "; expected " + String.join(" or ", methods));
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

    private Set<String> methods(String path) {
        Set<String> methods = new TreeSet<>();
        for (RestService service : PluginHelper.getRestRegistry(context).listAllRestServices()) {
            if (matches(service, path)) {
                methods.add(service.getMethod().toUpperCase(Locale.ROOT));
            }
        }
        return methods;
    }

    private static boolean matches(RestService service, String path) {
        String template = service.getBasePath() + (service.getUriTemplate() == null ? "" : service.getUriTemplate());
        String pattern = Pattern.quote(template).replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q");
        return path.replaceAll("/$", "").matches(pattern);
    }
}
