package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work must not be assigned to a client that went away before it got it. */
class ClientsThatLeaveTest {
    private static final String PULL = "/api/v1/queues/billing/pull";

    private final CountDownLatch ready = new CountDownLatch(1);
    private final CountDownLatch handled = new CountDownLatch(1);

    @TempDir
    private Path folder;

    private RestHub hub;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        hub = RestHub.start(folder);
        client = new Client(hub);
        client.post("/api/v1/interactions", "{'queue':'billing'}");
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
    }

    @Test
    void nothingShouldBeClaimedForAClientThatLeftBeforeItsFirstTry() throws Exception {
        onLeaving(routing -> ready.countDown(), routing -> hub.pulls().handle(routing));
        comeAndLeave();

        assertThat(handled.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(client.post(PULL, "{'wait':'1s'}").json().path("items")).hasSize(1);
        assertThat(hub.waitingPulls()).isZero();
    }

    @Test
    void workShouldGoBackWhenItsClientLeftBeforeTheAnswer() throws Exception {
        Pulled[] pulled = new Pulled[1];
        onLeaving(
                routing -> {
                    PullApi.Asked asked = hub.pulls().pulls().read(ApiRequest.of(routing.request(), new byte[0]));
                    routing.vertx()
                            .executeBlocking(() -> Pulled.by(hub.pulls().pulls(), asked))
                            .onSuccess(found -> {
                                pulled[0] = found;
                                ready.countDown();
                            });
                },
                routing -> pulled[0].send(routing, "left"));
        comeAndLeave();

        await().untilAsserted(() ->
                assertThat(client.post(PULL, "{}").json().path("items")).hasSize(1));
    }

    private void onLeaving(Consumer<RoutingContext> before, Consumer<RoutingContext> after) {
        hub.router().post(PULL).order(-15).handler(routing -> {
            if (routing.request().getHeader("X-Leaves") == null) {
                routing.next();
                return;
            }
            routing.request().connection().closeHandler(gone -> {
                after.accept(routing);
                handled.countDown();
            });
            before.accept(routing);
        });
    }

    private void comeAndLeave() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), hub.port())) {
            socket.getOutputStream()
                    .write(("POST " + PULL + " HTTP/1.1\r\nHost: localhost:" + hub.port()
                                    + "\r\nX-Leaves: soon\r\nContent-Length: 0\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(ready.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
