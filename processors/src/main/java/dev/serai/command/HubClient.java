package dev.serai.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.files.Home;
import dev.serai.files.HttpKeys;
import dev.serai.files.Settings;
import dev.serai.interaction.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Asks the hub that runs with an instance's settings, over REST. */
final class HubClient {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** A dry run of a large mail takes its time. */
    private static final Duration LONG_PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final String address;

    private HubClient(String address) {
        this.address = address;
    }

    static HubClient of(Home home) {
        Settings settings = Settings.load(home);
        String host = settings.text(HttpKeys.HOST);
        String bracketed = host.contains(":") ? "[" + host + "]" : host;
        return new HubClient("http://" + bracketed + ":" + settings.number(HttpKeys.PORT));
    }

    /**
     * What the hub says; empty when there is no such thing.
     *
     * @throws IOException with one line for the user when no hub answers, or it refuses
     */
    Optional<JsonNode> get(String path) throws IOException {
        return said(send(request(path)));
    }

    /** The same after a POST without a body, which a repeat does no harm to. */
    Optional<JsonNode> post(String path) throws IOException {
        return said(send(request(path).POST(HttpRequest.BodyPublishers.noBody())));
    }

    /** Fetches bytes into a file; false when there is no such thing. */
    boolean fetch(String path, Path file) throws IOException {
        return send(request(path), HttpResponse.BodyHandlers.ofFile(file)).statusCode() == 200;
    }

    /** What the hub says to a mail. */
    Optional<JsonNode> post(String path, Path mail) throws IOException {
        return said(send(request(path)
                .header("Content-Type", "message/rfc822")
                .timeout(LONG_PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofFile(mail))));
    }

    private Optional<JsonNode> said(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() == 404) {
            return Optional.empty();
        }
        JsonNode body = json(answer);
        if (answer.statusCode() != 200) {
            throw new IOException(
                    "the hub at " + address + " answers: " + body.path("detail").asText("" + answer.statusCode()));
        }
        return Optional.of(body);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + "/api/v1" + path)).timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        return send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler)
            throws IOException {
        try {
            return http.send(request.build(), handler);
        } catch (ConnectException nobody) {
            throw new IOException(
                    "no hub answers at " + address + " (serai.http.host, serai.http.port); `./serai run` starts one",
                    nobody);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    private JsonNode json(HttpResponse<String> answer) throws IOException {
        try {
            return Json.read(answer.body(), JsonNode.class);
        } catch (IllegalArgumentException foreign) {
            throw new IOException("what answers at " + address + " is no Serai", foreign);
        }
    }
}
