package dev.serai.rest;

import dev.serai.point.PointContract;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** REST points, by the contract of all points. */
class RestPointTest extends PointContract {
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> answers = new CopyOnWriteArrayList<>();

    @Override
    protected String kind() {
        return "rest";
    }

    @Override
    protected void send(String document) throws Exception {
        send(document, UUID.randomUUID().toString());
    }

    @Override
    protected void deliverTwice(String document) throws Exception {
        send(document, "twice-" + document.hashCode());
        send(document, "twice-" + document.hashCode());
    }

    @Override
    protected List<String> answers() {
        return answers;
    }

    private void send(String document, String key) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port() + "/api/v1/capture-points/" + POINT + "/operations"))
                .header("Content-Type", document.startsWith("<") ? "application/xml" : "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(document))
                .build();
        answers.addAll(Split.responses(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body()));
    }
}
