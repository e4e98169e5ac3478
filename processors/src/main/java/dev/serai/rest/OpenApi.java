package dev.serai.rest;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.RestConfiguration;
import org.jspecify.annotations.Nullable;

/** How Camel serves the REST files, and GET /openapi.json, which describes them. */
final class OpenApi implements Handler<RoutingContext> {
    static final String PATH = ApiRequest.ROOT + "/openapi.json";

    private final CamelContext context;
    private final String version;
    private volatile @Nullable String document;

    OpenApi(CamelContext context, String version) {
        this.context = context;
        this.version = version;
    }

    static void configure(CamelContext context, String host, int port) {
        RestConfiguration rest = new RestConfiguration();
        rest.setComponent("platform-http");
        rest.setHost(host);
        rest.setPort(port);
        rest.setInlineRoutes(false);
        rest.setBindingMode(RestConfiguration.RestBindingMode.off);
        context.setRestConfiguration(rest);
    }

    /** The files of `routes/api/` are read at start only: the document is made once. */
    @Override
    public void handle(RoutingContext routing) {
        ApiRequest request = ApiRequest.of(routing.request(), new byte[0]);
        routing.vertx()
                .executeBlocking(() -> answer(request), false)
                .onSuccess(answer -> VertxAnswers.send(routing, answer, request.id()))
                .onFailure(failure -> VertxAnswers.send(
                        routing, Problem.of(failure, request.id()).response(), request.id()));
    }

    private ApiResponse answer(ApiRequest request) throws Exception {
        request.query().only();
        String made = document;
        if (made == null) {
            made = new OpenApiDocument(context, version).write();
            document = made;
        }
        return ApiResponse.of(200, "application/json", made);
    }
}
