package dev.serai.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.interaction.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A client of the API; JSON may be written with single quotes. */
final class Client {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private final String[] always;

    Client(RestHub hub) {
        this(hub.port());
    }

    /** @param always headers of each request */
    Client(int port, String... always) {
        this.port = port;
        this.always = always;
    }

    record Answer(int status, JsonNode json, HttpResponse<byte[]> response) {
        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        String at(String pointer) {
            return json.at(pointer).asText();
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }
    }

    Answer get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    Answer post(String path, String json, String... headers) {
        return send("POST", path, json, headers);
    }

    CompletableFuture<Answer> postAsync(String path, String json, String... headers) {
        return http.sendAsync(of("POST", path, json, headers), HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(Client::answer);
    }

    Answer send(String method, String path, String json, String... headers) {
        return send(of(method, path, json, headers));
    }

    Answer mail(String path, byte[] mail, String... headers) {
        return bytes("POST", path, "message/rfc822", mail, headers);
    }

    Answer bytes(String method, String path, String type, byte[] body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    /** An answer that goes on. */
    CompletableFuture<HttpResponse<Stream<String>>> stream(String path, String... headers) {
        return http.sendAsync(
                request(path, headers)
                        .header("Accept", "text/event-stream")
                        .GET()
                        .build(),
                HttpResponse.BodyHandlers.ofLines());
    }

    private HttpRequest of(String method, String path, String json, String... headers) {
        HttpRequest.Builder request = request(path, headers);
        if (json.isEmpty()) {
            return request.method(method, HttpRequest.BodyPublishers.noBody()).build();
        }
        return request.header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json.replace('\'', '"')))
                .build();
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        for (String[] some : new String[][] {always, headers}) {
            if (some.length > 0) {
                request.headers(some);
            }
        }
        return request;
    }

    private Answer send(HttpRequest request) {
        try {
            return answer(http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        JsonNode json = type.contains("json") && response.body().length > 0
                ? Json.read(new String(response.body(), StandardCharsets.UTF_8), JsonNode.class)
                : Json.MAPPER.nullNode();
        return new Answer(response.statusCode(), json, response);
    }
}
