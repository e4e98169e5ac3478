package dev.serai.rest;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what a foreign web page makes a browser on this machine send: as long as nobody has to log in, the browser's
 * owner must not be somebody's tool. A request must name the local host (against DNS rebinding), and if it has an
 * Origin, that must be the hub's own.
 */
final class LocalRequests implements Handler<RoutingContext> {
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        String refused = refusal(request);
        if (refused == null) {
            Caller.OPERATOR.calls(context);
            context.next();
        } else {
            String id = ApiRequest.newId();
            VertxAnswers.send(
                    context,
                    Problem.of(ProblemCode.FORBIDDEN, refused, id, List.of()).response(),
                    id);
        }
    }

    private static @Nullable String refusal(HttpServerRequest request) {
        var authority = request.authority();
        if (authority == null || !LOCAL.contains(authority.host().toLowerCase(Locale.ROOT))) {
            return "the Host header does not name the local host; without authentication the hub answers only"
                    + " http://127.0.0.1 and http://localhost";
        }
        String origin = request.getHeader("Origin");
        String site = request.getHeader("Sec-Fetch-Site");
        boolean foreign = (origin != null && !isSame(origin, request)) || "cross-site".equals(site);
        return foreign ? "the request comes from another web site; only the hub's own pages may ask" : null;
    }

    private static boolean isSame(String origin, HttpServerRequest request) {
        try {
            URI from = URI.create(origin);
            return from.getHost() != null
                    && LOCAL.contains(from.getHost().toLowerCase(Locale.ROOT))
                    && from.getPort() == request.authority().port();
        } catch (IllegalArgumentException noUri) {
            return false;
        }
    }
}
