package dev.serai.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.app.Hub;
import dev.serai.interaction.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** Calls of the API of a running hub. */
final class HubCalls {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;

    HubCalls(Hub hub) {
        this.port = hub.httpPort();
    }

    record Answer(int status, JsonNode json) {}

    Answer get(String path) throws IOException, InterruptedException {
        return answer(http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString()));
    }

    Answer post(String path, String json) throws IOException, InterruptedException {
        return answer(http.send(posting(path, json), HttpResponse.BodyHandlers.ofString()));
    }

    CompletableFuture<Answer> posted(String path, String json) {
        return http.sendAsync(posting(path, json), HttpResponse.BodyHandlers.ofString())
                .thenApply(HubCalls::answer);
    }

    /** Which set of files is live, and what is wrong with the one on disk. */
    JsonNode config() throws IOException, InterruptedException {
        return get("/api/v1/config/generations").json();
    }

    /** How many series a scrape shows. */
    int meters() throws IOException, InterruptedException {
        String scraped = http.send(request("/observe/metrics").GET().build(), HttpResponse.BodyHandlers.ofString())
                .body();
        return (int) scraped.lines().filter(line -> !line.startsWith("#")).count();
    }

    private HttpRequest posting(String path, String json) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.replace('\'', '"')))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(response.statusCode(), Json.read(response.body(), JsonNode.class));
    }
}
