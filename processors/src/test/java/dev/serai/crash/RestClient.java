package dev.serai.crash;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.interaction.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A client that says who it is each time it asks, so that it may ask again. */
final class RestClient {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A request that may be sent to whoever listens. */
    record Call(String path, String json, String key) {
        static Call of(String path, String json) {
            return new Call(path, json.replace('\'', '"'), UUID.randomUUID().toString());
        }
    }

    record Answer(int status, JsonNode json, boolean replayed) {}

    /** @throws IOException when nobody answers */
    Answer post(int port, Call call) throws IOException, InterruptedException {
        return send(request(port, call));
    }

    /** The same, whether somebody answers or not. */
    CompletableFuture<?> tryPost(int port, Call call) {
        return http.sendAsync(request(port, call), HttpResponse.BodyHandlers.discarding());
    }

    private static HttpRequest request(int port, Call call) {
        return request(port, call.path())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", call.key())
                .POST(HttpRequest.BodyPublishers.ofString(call.json()))
                .build();
    }

    Answer get(int port, String path) throws IOException, InterruptedException {
        return send(request(port, path).GET().build());
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(
                response.statusCode(),
                Json.read(response.body(), JsonNode.class),
                response.headers().firstValue("Idempotent-Replayed").isPresent());
    }
}
