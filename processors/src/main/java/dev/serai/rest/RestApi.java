package dev.serai.rest;

import dev.serai.operation.Operations;
import java.io.IOException;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

/**
 * REST, health, metrics and the console of one hub. Call {@link #register} before routes are added to the context; then
 * the files of `routes/api/` find their verbs in the registry, each under its own id.
 */
public final class RestApi implements AutoCloseable {
    private final HttpServer server;
    private final HubMeters meters;

    private final Entrance entrance;

    private RestApi(HttpServer server, HubMeters meters, Entrance entrance) {
        this.entrance = entrance;
        this.server = server;
        this.meters = meters;
    }

    /**
     * Opens the HTTP port and binds the verbs.
     *
     * @throws IllegalArgumentException when the settings would let strangers in
     * @throws Exception when the port cannot be opened
     */
    public static RestApi register(CamelContext context, RestDependencies hub) throws Exception {
        hub.routes().watch(context);
        RouteStatuses routes = hub.routes().statuses(context);
        Entrance entrance = Entrance.of(hub);
        Verbs verbs = new Verbs(hub, new Operations(hub.store()), routes, entrance::keysChanged);
        verbs.bind().forEach((id, handler) -> context.getRegistry().bind(id, new ApiProcessor(handler)));

        HttpServer server = HttpServer.open(context, hub.settings(), hub.home());
        OpenApi.configure(context, "127.0.0.1", server.port(), hub.version());
        mount(context, server.router(), hub, verbs, routes, entrance);
        return new RestApi(server, new HubMeters(hub), entrance);
    }

    /** Begins to refresh gauges; to be called when files are live. */
    public void start() {
        entrance.start();
        meters.start();
    }

    /** The port that is really open, also when any free one was asked for. */
    public int port() {
        return server.port();
    }

    void keysChanged() {
        entrance.keysChanged();
    }

    VertxPlatformHttpRouter router() {
        return server.router();
    }

    private static void mount(
            CamelContext context,
            VertxPlatformHttpRouter router,
            RestDependencies hub,
            Verbs verbs,
            RouteStatuses routes,
            Entrance entrance)
            throws IOException {
        Fallback fallback = new Fallback(context);
        router.route().order(-20).handler(entrance.guard(context, fallback)).failureHandler(fallback::failed);
        new LargeContent(hub, verbs).mount(router);
        router.post(ApiRequest.ROOT + "/interactions")
                .order(-10)
                .handler(router.bodyHandler())
                .handler(new Submits(verbs.submits(), hub.store()))
                .failureHandler(fallback::failed);
        router.post(ApiRequest.ROOT + "/queues/:queue/pull")
                .order(-10)
                .handler(router.bodyHandler())
                .handler(new LongPoll(router.vertx(), verbs.pulls(), hub.store()))
                .failureHandler(fallback::failed);
        new Observe(new Health(hub, routes), hub.meters()).mount(router);
        new Console(hub.home().shipped().resolve("console")).mount(router);
        router.route().last().handler(fallback).failureHandler(fallback::failed);
    }

    /** Stops refreshing gauges; the port closes with the context. */
    @Override
    public void close() {
        entrance.close();
        meters.close();
    }
}
