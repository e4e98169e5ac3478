package dev.serai.rest;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.KeyCertOptions;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Camel's HTTP server with TLS as the hub wants it: HTTP/2 by ALPN, which Camel's own has not, and a certificate that is
 * read again when its file was written.
 */
final class TlsServer extends VertxPlatformHttpServer {
    private static final Logger LOG = LoggerFactory.getLogger(TlsServer.class);
    /** How often the files are looked at. */
    private static final long LOOK = TimeUnit.SECONDS.toMillis(15);

    private final VertxPlatformHttpServerConfiguration configuration;
    private final Certificate certificate;
    private @Nullable HttpServer open;
    private @Nullable RenewedKeys keys;
    private List<FileTime> read = List.of();

    TlsServer(VertxPlatformHttpServerConfiguration configuration, Certificate certificate) {
        super(configuration);
        this.configuration = configuration;
        this.certificate = certificate;
    }

    @Override
    public HttpServer getServer() {
        return Objects.requireNonNull(open, "the server is not started");
    }

    @Override
    public int getPort() {
        return open == null ? configuration.getBindPort() : open.actualPort();
    }

    @Override
    protected void startServer() throws Exception {
        read = certificate.written();
        RenewedKeys renewed = new RenewedKeys(certificate.read(getVertx()));
        keys = renewed;
        HttpServerOptions options = new HttpServerOptions()
                .setSsl(true)
                .setUseAlpn(true)
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3"))
                .setKeyCertOptions(KeyCertOptions.wrap(renewed));
        open = getVertx()
                .createHttpServer(options)
                .requestHandler(requests())
                .listen(configuration.getBindPort(), configuration.getBindHost())
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        getVertx().setPeriodic(LOOK, now -> getVertx().executeBlocking(this::looked));
    }

    private Handler<HttpServerRequest> requests() {
        return Objects.requireNonNull(getCamelContext().getRegistry().findSingleByType(VertxPlatformHttpRouter.class));
    }

    /** Takes the certificate again when its files are others; one that cannot be used changes nothing. */
    synchronized void look() {
        try {
            List<FileTime> written = certificate.written();
            if (keys != null && !written.equals(read)) {
                read = written;
                keys.become(certificate.read(getVertx()));
                LOG.info("the server's certificate was read again");
            }
        } catch (Exception wrong) {
            LOG.error(
                    "the server's certificate changed and cannot be used, the old one goes on reason={}",
                    wrong.getMessage());
        }
    }

    private boolean looked() {
        look();
        return true;
    }

    @Override
    protected void doStop() {
        if (open != null) {
            getCamelContext().removeComponent("platform-http");
            open.close().toCompletionStage().toCompletableFuture().join();
            open = null;
        }
        if (getCamelContext().getRegistry().findSingleByType(Vertx.class) == null) {
            getVertx().close().toCompletionStage().toCompletableFuture().join();
        }
    }
}
