package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who posts little holds little, and who stops sending is cut off. */
class UploadSpeedTest {
    private static final String TYPE = WebformHub.URL_ENCODED;

    @TempDir
    private Path spool;

    private final Vertx vertx = Vertx.vertx();
    private final Memory memory = new Memory(2 << 20);

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void manySmallPostsShouldFitWhereTwoLargeOnesDo() throws Exception {
        int port = serve(Duration.ofMinutes(5));
        List<Socket> begun = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            begun.add(begin(port));
        }
        await().untilAsserted(() -> assertThat(spool.toFile().list()).hasSize(40));
        int status =
                Wire.send(port, "POST", "/", "a=b", "Content-Type: " + TYPE).status();
        for (Socket one : begun) {
            one.close();
        }

        assertThat(status).isEqualTo(200);
        await().untilAsserted(() -> assertThat(spool).isEmptyDirectory());
    }

    @Test
    void whoSendsNothingMoreShouldBeCutOff() throws Exception {
        try (Socket slow = begin(serve(Duration.ofMillis(200)))) {
            slow.setSoTimeout(10_000);

            assertThat(slow.getInputStream().read()).isEqualTo(-1);
        }
        await().untilAsserted(() -> assertThat(spool).isEmptyDirectory());
    }

    private int serve(Duration span) throws Exception {
        Router router = Router.router(vertx);
        Uploads.Upload taken = (request, room) -> ApiResponse.json(Map.of());
        router.post().handler(routing -> {
            Caller.OPERATOR.calls(routing);
            Realm.ALL.holds(routing);
            routing.next();
        });
        router.post().handler(new Uploads(spool, memory, 1 << 20, Map.of(TYPE, taken), span));
        HttpServer server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        return server.actualPort();
    }

    private static Socket begin(int port) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.getOutputStream()
                .write(("POST / HTTP/1.1\r\nHost: x\r\nContent-Type: " + TYPE + "\r\nContent-Length: 900\r\n\r\na=")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
