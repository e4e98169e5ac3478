package dev.serai.rest;

import dev.serai.files.Home;
import dev.serai.files.HttpKeys;
import dev.serai.files.Settings;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.support.service.ServiceHelper;

/** The one HTTP port of the hub. */
final class HttpServer {
    private final VertxPlatformHttpServer server;
    private final VertxPlatformHttpRouter router;

    private HttpServer(VertxPlatformHttpServer server, VertxPlatformHttpRouter router) {
        this.server = server;
        this.router = router;
    }

    /**
     * Opens the port as a service of the context.
     *
     * @throws IllegalArgumentException when the settings would let strangers in
     * @throws Exception when the port cannot be opened
     */
    static HttpServer open(CamelContext context, Settings settings, Home home) throws Exception {
        requireFree(settings);
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost(Binding.host(settings));
        configuration.setBindPort(settings.number(HttpKeys.PORT));
        configuration.setPath("/");
        configuration.setMaxBodySize(settings.size(HttpKeys.MAX_BODY));
        VertxPlatformHttpServer server = Certificate.of(settings, home)
                .map(certificate -> (VertxPlatformHttpServer) new TlsServer(configuration, certificate))
                .orElseGet(() -> new VertxPlatformHttpServer(configuration));
        context.addService(server);
        ServiceHelper.startService(server);
        context.getComponent("platform-http", PlatformHttpComponent.class)
                .setHeaderFilterStrategy(new EntranceHeaders());
        return new HttpServer(server, named(context, server));
    }

    /** Camel's consumers look for the router by the port that is really open, which it is not named by when that was 0. */
    private static VertxPlatformHttpRouter named(CamelContext context, VertxPlatformHttpServer server) {
        VertxPlatformHttpRouter camels = context.getRegistry().findSingleByType(VertxPlatformHttpRouter.class);
        String name =
                VertxPlatformHttpRouter.getRouterNameFromPort(server.getServer().actualPort());
        VertxPlatformHttpRouter router = new BodiesOnceRouter(server, camels, name);
        context.getRegistry().bind("serai-http-server", server);
        context.getRegistry().unbind(name);
        context.getRegistry().bind(name, router);
        return router;
    }

    /** Camel's own reader of bodies resumes requests that were read already, and over HTTP/2 that fails. */
    private static final class BodiesOnceRouter extends VertxPlatformHttpRouter {
        BodiesOnceRouter(VertxPlatformHttpServer server, VertxPlatformHttpRouter camels, String name) {
            super(server, camels.vertx(), camels, name);
        }

        @Override
        public Handler<RoutingContext> bodyHandler() {
            return BodyHandler.create(false);
        }
    }

    /** Vert.x only logs that a port is taken; a hub without its port must not start. */
    private static void requireFree(Settings settings) {
        int port = settings.number(HttpKeys.PORT);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("serai.http.port is " + port + "; expected 0 to 65535");
        }
        if (port == 0) {
            return;
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(Binding.host(settings), port));
        } catch (IOException taken) {
            throw new IllegalArgumentException(
                    "serai.http.port " + port
                            + " is in use by another program; choose another one, or 0 for any free one",
                    taken);
        }
    }

    VertxPlatformHttpRouter router() {
        return router;
    }

    /** The port really bound, also when any free one was asked for. */
    int port() {
        return server.getServer().actualPort();
    }
}
