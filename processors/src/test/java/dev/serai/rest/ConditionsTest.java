package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tags, methods and paths that HTTP gives a meaning to, and pages that stay whole while work comes. */
@ExtendWith(SharedHub.class)
class ConditionsTest {
    private final Client client;

    ConditionsTest(Client client) {
        this.client = client;
    }

    @Test
    void whatDidNotChangeShouldNotBeSentAgain() {
        String path = submit("{'queue':'general'}");
        String tag = client.get(path).header("ETag");
        Client.Answer same = client.get(path, "If-None-Match", "\"x\", W/" + tag);
        client.post(path + "/hold", "");
        Client.Answer held = client.get(path, "If-None-Match", tag);

        assertThat(same.status()).isEqualTo(304);
        assertThat(same.response().body()).isEmpty();
        assertThat(same.header("ETag")).isEqualTo(tag);
        assertThat(held.status()).isEqualTo(200);
        assertThat(held.at("/state")).isEqualTo("held");
    }

    @Test
    void aChangeShouldTakeTheTagThatWasReadOrTheVersion() {
        String path = submit("{'queue':'general'}");
        String tag = client.get(path).header("ETag");
        client.post(path + "/hold", "");

        assertThat(client.send("PATCH", path, "{'priority':5}", "If-Match", tag).status())
                .isEqualTo(200);
        assertThat(client.send("PATCH", path, "{'priority':6}", "If-Match", tag).at("/code"))
                .isEqualTo("version-mismatch");
        assertThat(client.send("PATCH", path, "{'priority':6}", "If-Match", "\"2\"")
                        .status())
                .isEqualTo(200);
        assertThat(client.send("PATCH", path, "{'priority':6}").at("/code")).isEqualTo("precondition-required");
    }

    @Test
    void methodsAndPathsShouldBeTakenAsHttpSays() {
        String path = submit("{'queue':'general'}");
        Client.Answer head = client.send("HEAD", path, "");
        Client.Answer options = client.send("OPTIONS", path, "");
        Client.Answer refused = client.send("PUT", path + "/stop", "");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("ETag")).isEqualTo(client.get(path).header("ETag"));
        assertThat(head.response().body()).isEmpty();
        assertThat(client.send("HEAD", path + "x", "").status()).isEqualTo(404);
        assertThat(client.send("HEAD", path + "/stop", "").status()).isEqualTo(405);
        assertThat(options.status()).isEqualTo(204);
        assertThat(options.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, PATCH");
        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.header("Allow")).isEqualTo("OPTIONS, POST");
        assertThat(client.get(path + "/").at("/id")).isEqualTo(client.get(path).at("/id"));
    }

    @Test
    void pagesShouldStayWholeWhileWorkComesAndGoes() {
        String word = "stable" + System.nanoTime();
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            all.add(0, submit("{'queue':'technical','subject':'" + word + "'}"));
        }
        List<String> found = new ArrayList<>();
        String next = "";
        do {
            Client.Answer page = client.get("/api/v1/interactions?limit=2&q=" + word + next);
            page.json()
                    .path("items")
                    .forEach(item ->
                            found.add("/api/v1/interactions/" + item.path("id").asText()));
            next = page.json().has("next") ? "&cursor=" + page.at("/next") : "";
            submit("{'queue':'technical','subject':'" + word + "'}");
        } while (!next.isEmpty());

        assertThat(found).isEqualTo(all);
        client.get("/api/v1/interactions?limit=500&q=" + word)
                .json()
                .path("items")
                .forEach(item ->
                        client.post("/api/v1/interactions/" + item.path("id").asText() + "/stop", ""));
    }

    @Test
    void aViewShouldBePulledAndListedByPages() {
        List<String> urgent = new ArrayList<>();
        submit("{'queue':'technical','priority':10}");
        for (int i = 0; i < 3; i++) {
            urgent.add(submit("{'queue':'technical','priority':80,'text':'words','from':'jo@example.org'}"));
        }
        String list = "/api/v1/queues/technical/interactions?view=urgent&limit=2&fields=text";
        Client.Answer first = client.get(list);
        Client.Answer second = client.get(list + "&cursor=" + first.at("/next"));
        Client.Answer pulled = client.post("/api/v1/queues/technical/pull", "{'view':'urgent','max':5}");

        assertThat(first.json().path("items")).hasSize(2);
        assertThat(first.at("/items/0/text")).isEqualTo("words");
        assertThat(first.at("/items/0/dueAt")).isNotEmpty();
        assertThat(second.json().path("items")).hasSize(1);
        assertThat(pulled.json().path("items").findValuesAsText("id"))
                .containsAll(urgent.stream()
                        .map(path -> path.substring(path.lastIndexOf('/') + 1))
                        .toList());
        assertThat(pulled.json().path("items").findValuesAsText("priority")).containsOnly("80");
        assertThat(client.get(list + "&cursor=x").status()).isEqualTo(400);
        assertThat(client.post("/api/v1/queues/technical/pull", "{'view':'none'}")
                        .at("/errors/0/pointer"))
                .isEqualTo("/view");
        client.post("/api/v1/queues/technical/pull", "{'max':100}");
    }

    @Test
    void whatIsLateShouldBeCountedAsOverdue() {
        String path = submit("{'queue':'technical','receivedAt':'2020-01-01T00:00:00Z'}");
        long overdue = 0;
        for (var queue : client.get("/api/v1/queues").json().path("items")) {
            overdue += queue.path("name").asText().equals("technical")
                    ? queue.path("overdue").asLong()
                    : 0;
        }

        assertThat(client.get(path).at("/dueAt")).isEqualTo("2020-01-02T00:00:00Z");
        assertThat(overdue).isEqualTo(1);
        client.post(path + "/stop", "");
    }

    private String submit(String json) {
        return client.post("/api/v1/interactions", json).header("Location");
    }
}
