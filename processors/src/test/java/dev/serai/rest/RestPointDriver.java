package dev.serai.rest;

import dev.serai.app.Hub;
import dev.serai.point.DocumentDriver;
import dev.serai.point.FateTopic;
import dev.serai.point.NewsTopic;
import dev.serai.point.PointBench;
import dev.serai.point.PointTopic;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client of a REST point, which knows its requests by keys. */
final class RestPointDriver implements DocumentDriver {
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> answers = new CopyOnWriteArrayList<>();
    private int port;

    @Override
    public String kind() {
        return "rest";
    }

    @Override
    public Map<Class<? extends PointTopic>, String> lacks() {
        return Map.of(
                FateTopic.class, "the answer to the request is all that its source is told",
                NewsTopic.class, "its client follows the events");
    }

    @Override
    public void started(Hub hub) {
        port = hub.httpPort();
    }

    @Override
    public void send(String document) throws Exception {
        send(document, UUID.randomUUID().toString());
    }

    @Override
    public void sendTwice(String document) throws Exception {
        send(document, "twice-" + document.hashCode());
        send(document, "twice-" + document.hashCode());
    }

    @Override
    public List<String> answers() {
        return answers;
    }

    private void send(String document, String key) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + port + "/api/v1/capture-points/" + PointBench.POINT + "/operations"))
                .header("Content-Type", document.startsWith("<") ? "application/xml" : "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(document))
                .build();
        answers.addAll(Split.responses(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body()));
    }
}
