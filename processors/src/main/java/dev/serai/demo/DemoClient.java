package dev.serai.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.interaction.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

/** A client as an integrator would write it: pulls one interaction over REST and answers it. */
final class DemoClient {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    DemoClient(int port) {
        this.base = "http://127.0.0.1:" + port + "/api/v1";
    }

    /** Pulls from a queue and replies; returns the subject that was answered. */
    String answerOne(String queue, String text) throws IOException, InterruptedException {
        JsonNode pulled = post("/queues/" + queue + "/pull", Map.of("max", 1, "worker", "demo"));
        JsonNode item = pulled.path("items").path(0);
        if (item.isMissingNode()) {
            throw new IOException("queue " + queue + " gave nothing to answer");
        }
        post(
                "/interactions/" + item.path("id").asText() + "/reply",
                Map.of("text", text, "token", item.path("lease").path("token").asText(), "complete", true));
        return item.path("subject").asText();
    }

    private JsonNode post(String path, Map<String, Object> body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode answer = Json.MAPPER.readTree(response.body());
        if (response.statusCode() >= 300) {
            throw new IOException("POST " + path + " was answered " + response.statusCode() + ": "
                    + answer.path("detail").asText(answer.path("title").asText()));
        }
        return answer;
    }
}
