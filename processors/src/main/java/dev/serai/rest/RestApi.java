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
    private final Waiting waiting;
    private final Observe observe;
    private final Opening opening;

    private RestApi(
            HttpServer server, HubMeters meters, Entrance entrance, Waiting waiting, Observe observe, Opening opening) {
        this.opening = opening;
        this.entrance = entrance;
        this.waiting = waiting;
        this.observe = observe;
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
        Opening opening = new Opening();
        Health health = new Health(hub, routes, entrance.tokens(), opening);
        Verbs verbs = new Verbs(hub, new Operations(hub.store()), routes, health, entrance::keysChanged);
        verbs.bind().forEach((id, handler) -> context.getRegistry().bind(id, new ApiProcessor(handler)));

        HttpServer server = HttpServer.open(context, hub.settings(), hub.home());
        OpenApi.configure(context, "127.0.0.1", server.port());
        Waiting waiting = new Waiting(
                new LongPoll(server.router().vertx(), verbs.pulls(), hub.store()),
                new EventStreams(server.router().vertx(), hub.store(), verbs.borders()));
        Fallback fallback = new Fallback(context);
        server.router()
                .route(ApiRequest.ROOT + "/*")
                .order(-30)
                .handler(opening)
                .failureHandler(fallback::failed);
        server.router()
                .route()
                .order(-20)
                .handler(entrance.guard(context, fallback))
                .failureHandler(fallback::failed);
        mount(context, server.router(), hub, verbs, waiting, fallback);
        Observe observe = new Observe(health, hub.meters());
        observe.mount(server.router().vertx(), server.router());
        return new RestApi(server, new HubMeters(hub, entrance.tokens()), entrance, waiting, observe, opening);
    }

    /** Clients that wait for an answer. */
    private record Waiting(LongPoll pulls, EventStreams events) {
        void end() {
            pulls.close();
            events.close();
        }
    }

    /** Answers verbs, and begins to refresh gauges; to be called when files are live and their routes run. */
    public void start() {
        entrance.start();
        meters.start();
        opening.open();
    }

    /** The port that is really open, also when any free one was asked for. */
    public int port() {
        return server.port();
    }

    Opening opening() {
        return opening;
    }

    int openCalls() {
        return entrance.openCalls();
    }

    void keysChanged() {
        entrance.keysChanged();
    }

    VertxPlatformHttpRouter router() {
        return server.router();
    }

    LongPoll pulls() {
        return waiting.pulls();
    }

    /** Clients that wait for work. */
    int waitingPulls() {
        return waiting.pulls().waiting();
    }

    /** Clients that follow events. */
    int streams() {
        return waiting.events().open();
    }

    private static void mount(
            CamelContext context,
            VertxPlatformHttpRouter router,
            RestDependencies hub,
            Verbs verbs,
            Waiting waiting,
            Fallback fallback)
            throws IOException {
        new LargeContent(hub, verbs).mount(router);
        router.post(ApiRequest.ROOT + "/interactions")
                .order(-10)
                .handler(router.bodyHandler())
                .handler(new Submits(verbs.submits(), hub.store()))
                .failureHandler(fallback::failed);
        router.post(ApiRequest.ROOT + "/queues/:queue/pull")
                .order(-10)
                .handler(router.bodyHandler())
                .handler(waiting.pulls())
                .failureHandler(fallback::failed);
        router.get(ApiRequest.ROOT + "/events")
                .order(-10)
                .handler(waiting.events())
                .failureHandler(fallback::failed);
        router.get(OpenApi.PATH).order(-10).handler(new OpenApi(context, hub.version()));
        new Console(hub.home().shipped().resolve("console")).mount(router);
        router.route().last().handler(fallback).failureHandler(fallback::failed);
    }

    /** Answers who waits and stops refreshing gauges; the port closes with the context. */
    @Override
    public void close() {
        opening.shut();
        waiting.end();
        observe.close();
        entrance.close();
        meters.close();
    }
}
