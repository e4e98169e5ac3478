package dev.serai.large;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.interaction.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/** Pulls, downloads and answers, and holds no more of it than it must. */
final class Client {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;

    Client(int port) {
        this.port = port;
    }

    /** What came back; the body is gone, its digest is there. */
    record Downloaded(int status, long size, String sha256, HttpResponse<?> response) {}

    Downloaded download(String path, String... headers) {
        HttpRequest.Builder request = request(path).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<InputStream> response = send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        MessageDigest digest = LargeMail.digest();
        long size = 0;
        try (InputStream in = response.body()) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                size += n;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new Downloaded(response.statusCode(), size, LargeMail.hex(digest), response);
    }

    HttpResponse<String> post(String path, String json) {
        return post(path, "application/json", HttpRequest.BodyPublishers.ofString(json.replace('\'', '"')));
    }

    HttpResponse<String> post(String path, String contentType, HttpRequest.BodyPublisher body) {
        HttpRequest request =
                request(path).header("Content-Type", contentType).POST(body).build();
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<Void> head(String path) {
        HttpRequest request = request(path)
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        return send(request, HttpResponse.BodyHandlers.discarding());
    }

    JsonNode get(String path) {
        return Json.read(
                send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString())
                        .body(),
                JsonNode.class);
    }

    /** Waits until so many are in the queue, and takes them. */
    List<JsonNode> awaitPulled(String queue, int count, Duration atMost) {
        await().atMost(atMost).until(() -> depth(queue) == count);
        JsonNode pulled = Json.read(
                post("/api/v1/queues/" + queue + "/pull", "{'max':100}").body(), JsonNode.class);
        return StreamSupport.stream(pulled.path("items").spliterator(), false).toList();
    }

    long depth(String queue) {
        return StreamSupport.stream(get("/api/v1/queues").path("items").spliterator(), false)
                .filter(one -> one.path("name").asText().equals(queue))
                .mapToLong(one -> one.path("depth").asLong())
                .sum();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
