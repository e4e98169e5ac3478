package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.access.Role;
import dev.serai.rest.Raw.Reply;
import dev.serai.testing.Certificate;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guard stands before everything whatever the request comes on: HTTP/2, the wish for another protocol, a body to come. */
class GuardWireTest {
    private static final String WRONG = "serai_nothing";
    /** So many, each in four ways, may an address try in a minute. */
    private static final int CALLS = 4;

    @TempDir
    private Path folder;

    @Test
    void nothingShouldAnswerOverHttp2() throws Exception {
        Certificate certificate = Certificate.forHost("localhost");
        Vertx vertx = Vertx.vertx();
        try (Guarded guarded = Guarded.start(
                folder,
                "serai.http.certificate",
                certificate.certificatePem().toString(),
                "serai.http.certificate-key",
                certificate.keyPem().toString())) {
            String good = guarded.key("anna", Set.of(Role.ADMIN));
            List<String> let = new ArrayList<>();
            int port = guarded.hub().port();
            int number = 0;
            HttpClient anna = client(vertx, "127.3.0.1");
            HttpClient client = client(vertx, "127.2.0.1");
            for (String call : Served.by(guarded.hub())) {
                if (number++ % CALLS == 0) {
                    client.close();
                    client = client(vertx, "127.2.0." + (1 + number / CALLS));
                }
                String[] words = call.split(" ", 2);
                for (String path :
                        List.of(words[1], words[1] + "?x=1", words[1] + "%2f", words[1].toUpperCase(Locale.ROOT))) {
                    int without = status(client, port, words[0], path, "");
                    int wrong = status(client, port, words[0], path, WRONG);
                    if ((!Served.isOpen(words[0], path) && without != 401) || wrong != 401) {
                        let.add(call + " as " + path + ": " + without + ", " + wrong);
                    }
                }
                assertThat(words[0].equals("GET") ? status(anna, port, "GET", words[1], good) : 200)
                        .as(call)
                        .isNotIn(401, 403);
            }

            assertThat(let).isEmpty();
        } finally {
            vertx.close();
        }
    }

    private static HttpClient client(Vertx vertx, String from) {
        return vertx.createHttpClient(new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setUseAlpn(true)
                .setSsl(true)
                .setTrustAll(true)
                .setVerifyHost(false)
                .setLocalAddress(from));
    }

    private static int status(HttpClient client, int port, String method, String path, String bearer) throws Exception {
        RequestOptions wanted = new RequestOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setMethod(HttpMethod.valueOf(method))
                .setURI(path);
        if (!bearer.isEmpty()) {
            wanted.putHeader("Authorization", "Bearer " + bearer);
        }
        HttpClientResponse answer = client.request(wanted)
                // on the event loop, before the answer can have ended: an ended one takes no handler any more
                .compose(request -> request.send().map(begun -> begun.exceptionHandler(cut -> {})))
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        assertThat(answer.version()).isEqualTo(HttpVersion.HTTP_2);
        answer.request().reset();
        return answer.statusCode();
    }

    @Test
    void theWishForAWebSocketShouldOpenNothing() throws Exception {
        String[] wish = {
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "Authorization: Bearer " + WRONG
        };
        try (Guarded guarded = Guarded.start(folder);
                Strangers strangers = new Strangers(guarded.hub().port())) {
            List<String> let = new ArrayList<>();
            for (String call : Served.by(guarded.hub())) {
                String[] words = call.split(" ", 2);
                Reply reply = strangers.ask("GET", words[1], wish);
                if (reply.status() != 401) {
                    let.add(call + ": " + reply.status());
                }
            }

            assertThat(let).isEmpty();
        }
    }

    @Test
    void aLargeBodyShouldBeRefusedBeforeItIsSent() throws Exception {
        try (Guarded guarded = Guarded.start(folder)) {
            String view = guarded.key("eve", Set.of(Role.VIEW));
            for (String path : List.of("/api/v1/interactions", "/api/v1/try", "/api/v1/queues/general/pull")) {
                for (String type : List.of("message/rfc822", "application/json", "multipart/form-data; boundary=b")) {
                    assertThat(announced(guarded, path, type, WRONG))
                            .as(path + type)
                            .isEqualTo(401);
                    assertThat(announced(guarded, path, type, view))
                            .as(path + type)
                            .isEqualTo(403);
                }
            }
        }
    }

    private static int announced(Guarded guarded, String path, String type, String bearer) throws Exception {
        try (Raw raw = Raw.open(guarded.hub().port())) {
            return raw.announce(
                            "POST",
                            path,
                            20_000_000,
                            "Content-Type: " + type,
                            "Expect: 100-continue",
                            "Authorization: Bearer " + bearer)
                    .status();
        }
    }
}
