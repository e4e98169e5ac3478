package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An upload that cannot be written down is no upload. */
class UploadOnAFullDiskTest {
    private static final byte[] LARGE = new byte[3 << 20];

    @TempDir
    private Path spool;

    private final Vertx vertx = Vertx.vertx();
    private final Memory memory = new Memory(8 << 20);

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void aFullDiskShouldBeTold() throws Exception {
        int status = post(new Uploads(spool, memory, 1 << 30, Map.of(Uploads.TYPE, UploadOnAFullDiskTest::taken)) {
            @Override
            Future<AsyncFile> open(Vertx any, Path file) {
                return any.fileSystem().open("/dev/full", new OpenOptions().setWrite(true));
            }
        });

        assertThat(status).isEqualTo(503);
        assertThatAllIsGivenBack();
    }

    @Test
    void aFolderThatIsGoneShouldBeTold() throws Exception {
        int status = post(new Uploads(
                spool.resolve("gone"), memory, 1 << 30, Map.of(Uploads.TYPE, UploadOnAFullDiskTest::taken)));

        assertThat(status).isEqualTo(503);
        assertThatAllIsGivenBack();
    }

    @Test
    void anUploadShouldBeTakenOtherwise() throws Exception {
        int status = post(new Uploads(spool, memory, 1 << 30, Map.of(Uploads.TYPE, UploadOnAFullDiskTest::taken)));

        assertThat(status).isEqualTo(200);
        assertThatAllIsGivenBack();
    }

    private void assertThatAllIsGivenBack() {
        await().untilAsserted(() -> {
            Memory.Share all = memory.share();
            boolean free = all.growTo((8 << 20) - 2048);
            all.giveBack();
            assertThat(free).isTrue();
            assertThat(spool).isEmptyDirectory();
        });
    }

    private static ApiResponse taken(ApiRequest request, java.util.function.LongPredicate room) {
        return ApiResponse.json(Map.of());
    }

    private int post(Uploads uploads) throws Exception {
        Router router = Router.router(vertx);
        router.post().handler(routing -> {
            Caller.OPERATOR.calls(routing);
            Realm.ALL.holds(routing);
            routing.next();
        });
        router.post().handler(uploads);
        HttpServer server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        return new Client(server.actualPort()).mail("/", LARGE).status();
    }
}
