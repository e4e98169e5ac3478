package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.interaction.Json;
import dev.serai.store.EventLog.NewEvent;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Following the hub by server-sent events. */
@ExtendWith(SharedHub.class)
class EventStreamTest {
    private final RestHub hub;
    private final Client client;

    EventStreamTest(RestHub hub, Client client) {
        this.hub = hub;
        this.client = client;
    }

    @Test
    void aStreamShouldTellWhatComesInOrder() {
        Follower follower = follow("?after=now");
        String id = submit();
        client.post("/api/v1/interactions/" + id + "/hold", "");
        hub.sequence();

        await().untilAsserted(() -> assertThat(follower.types(id))
                .containsExactly("serai.interaction.submitted", "serai.interaction.held"));
        assertThat(follower.ids()).isSorted();
        assertThat(follower.response.join().headers().firstValue("Content-Type"))
                .hasValue("text/event-stream");
        follower.close();
    }

    @Test
    void aClientThatComesBackShouldMissNothingAndGetNothingTwice() {
        String id = submit();
        client.post("/api/v1/interactions/" + id + "/hold", "");
        hub.sequence();
        Follower first = follow("?interaction=" + id);
        await().until(() -> first.ids().size() == 2);
        long seen = first.ids().get(0);
        first.close();

        client.post("/api/v1/interactions/" + id + "/resume", "");
        hub.sequence();
        Follower again = follow("?after=0&interaction=" + id, "Last-Event-ID", "" + seen);

        await().untilAsserted(() ->
                assertThat(again.types(id)).containsExactly("serai.interaction.held", "serai.interaction.resumed"));
        again.close();
    }

    @Test
    void aStreamShouldTellTheWantedTypesOnly() {
        Follower follower = follow("?after=now&types=serai.interaction.held,serai.interaction.stopped");
        String id = submit();
        client.post("/api/v1/interactions/" + id + "/stop", "");
        hub.sequence();

        await().untilAsserted(() -> assertThat(follower.types(id)).containsExactly("serai.interaction.stopped"));
        follower.close();
    }

    @Test
    void aStreamFromTheBeginningShouldTellAllThatThereIs() {
        happen("point:many", 120, "again");
        long last = client.get("/api/v1/events?after=now").json().path("next").asLong();
        Follower follower = follow("");

        await().untilAsserted(() -> assertThat(follower.ids()).contains(last));
        assertThat(follower.ids()).isSorted().doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(120);
        follower.close();
    }

    /** Its eight megabytes are more than what lies between it and the hub takes. */
    @Test
    void aSlowClientShouldHoldUpNobodyAndGetAllInTheEnd() throws Exception {
        long before = client.get("/api/v1/events?after=now").json().path("next").asLong();
        try (Socket slow = new Socket("127.0.0.1", hub.port())) {
            slow.setReceiveBufferSize(64 << 10);
            slow.getOutputStream()
                    .write(("GET /api/v1/events?after=" + before + " HTTP/1.1\r\nHost: 127.0.0.1:" + hub.port()
                                    + "\r\nAccept: text/event-stream\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            Follower quick = follow("?after=" + before);
            happen("point:slow", 400, "x".repeat(20_000));

            await().untilAsserted(() -> assertThat(quick.types("point:slow")).hasSize(400));
            quick.close();
            InputStream in = slow.getInputStream();
            slow.setSoTimeout(10_000);
            assertThat(toldOf(in, "point:slow", 400)).isEqualTo(400);
        }
    }

    /** Reads until an event of that number is told; yields how many of the subject were. */
    private static int toldOf(InputStream in, String subject, int last) throws java.io.IOException {
        var lines = new java.io.BufferedReader(new java.io.InputStreamReader(in, StandardCharsets.US_ASCII));
        int told = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            told += line.contains("\"id\":\"" + subject + "/") ? 1 : 0;
            if (line.contains("\"id\":\"" + subject + "/" + last + "\"")) {
                return told;
            }
        }
        return told;
    }

    @Test
    void streamsShouldEndWithTheHub(@TempDir Path folder) throws Exception {
        CompletableFuture<HttpResponse<Stream<String>>> stream;
        CompletableFuture<Client.Answer> pull;
        RestHub ending = RestHub.start(folder);
        Client its = new Client(ending);
        stream = its.stream("/api/v1/events");
        Stream<String> lines = stream.join().body();
        pull = its.postAsync("/api/v1/queues/billing/pull", "{'wait':'50s'}");
        await().until(() -> ending.waitingPulls() == 1);
        ending.close();

        assertThat(lines).startsWith(": events");
        assertThat(pull.orTimeout(5, TimeUnit.SECONDS).join().json().path("items"))
                .isEmpty();
    }

    @Test
    void wrongParametersShouldBeRefused() {
        assertThat(client.get("/api/v1/events?after=x", "Accept", "text/event-stream")
                        .status())
                .isEqualTo(400);
        assertThat(client.get("/api/v1/events?limit=5", "Accept", "text/event-stream")
                        .status())
                .isEqualTo(400);
        assertThat(client.send("HEAD", "/api/v1/events", "", "Accept", "text/event-stream")
                        .status())
                .isEqualTo(200);
    }

    /** So many facts about one subject. */
    private void happen(String subject, int times, String text) {
        hub.store().writeNow(tx -> {
            NewEvent event = NewEvent.of("serai.alert.raised", "test").with(Map.of("text", text));
            for (int i = 0; i < times; i++) {
                tx.events().append("default", subject, event);
            }
            return subject;
        });
        hub.sequence();
    }

    private String submit() {
        return client.post("/api/v1/interactions", "{'queue':'general'}").at("/id");
    }

    private Follower follow(String query, String... headers) {
        Follower follower = new Follower(client.stream("/api/v1/events" + query, headers));
        await().until(() -> follower.lines.contains(": events"));
        return follower;
    }

    /** A client that reads as fast as it can. */
    private static final class Follower implements AutoCloseable {
        private final CompletableFuture<HttpResponse<Stream<String>>> response;
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final Thread reader;

        Follower(CompletableFuture<HttpResponse<Stream<String>>> response) {
            this.response = response;
            this.reader = new Thread(this::read, "follower");
            reader.setDaemon(true);
            reader.start();
        }

        private void read() {
            try (Stream<String> all = response.join().body()) {
                all.forEach(lines::add);
            } catch (java.io.UncheckedIOException closed) {
                // the test is over
            }
        }

        List<Long> ids() {
            return lines.stream()
                    .filter(line -> line.startsWith("id: "))
                    .map(line -> Long.valueOf(line.substring(4)))
                    .toList();
        }

        List<String> types(String subject) {
            return lines.stream()
                    .filter(line -> line.startsWith("data: "))
                    .map(line -> Json.read(line.substring(6), JsonNode.class))
                    .filter(event -> event.path("subject").asText().equals(subject))
                    .map(event -> event.path("type").asText())
                    .toList();
        }

        @Override
        public void close() {
            response.join().body().close();
        }
    }
}
