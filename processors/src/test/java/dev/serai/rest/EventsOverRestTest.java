package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.follow.Retention;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.Roles;
import dev.serai.store.Sequencer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Following the log over REST. */
class EventsOverRestTest {
    private static final int WRITERS = 8;
    private static final int EACH = 30;
    private static final int ALL = WRITERS * EACH;

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit starts it
    private RestHub hub;

    @BeforeEach
    void start() throws Exception {
        hub = RestHub.start(folder);
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
    }

    @Test
    void aReaderShouldSeeEachEventOnceWhileEightWriteAndOneNumbers() {
        Sequencer sequencer = new Sequencer(hub.store(), new Roles(hub.store(), "n1"));
        List<CompletableFuture<Void>> writers = IntStream.range(0, WRITERS)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> write(new Random(writer))))
                .toList();
        Client client = new Client(hub);
        List<Long> seen = new ArrayList<>();
        long after = 0;
        while (seen.size() < ALL) {
            sequencer.pass();
            Client.Answer page = client.get("/api/v1/events?limit=20&after=" + after);
            page.json()
                    .path("items")
                    .forEach(event -> seen.add(event.path("position").asLong()));
            after = page.json().path("next").asLong();
        }
        writers.forEach(CompletableFuture::join);

        assertThat(seen)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, ALL).boxed().toList());
    }

    @Test
    void aPositionFromBeforeWhatIsKeptShouldBeGone() {
        happen(5);
        new Retention(hub.store(), new Roles(hub.store(), "n1"), Duration.ZERO).pass();
        Client client = new Client(hub);

        Client.Answer gone = client.get("/api/v1/events?after=2");
        JsonNode oldest = client.get("/api/v1/events").json();

        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.at("/code")).isEqualTo("gone");
        assertThat(gone.at("/detail")).contains("after=4");
        assertThat(oldest.path("oldest").asLong()).isEqualTo(4);
        assertThat(oldest.path("head").asLong()).isEqualTo(5);
        assertThat(oldest.path("items")).hasSize(1);
        assertThat(client.get("/api/v1/events?after=4").status()).isEqualTo(200);
    }

    @Test
    void placementsShouldBeCountedByQueueAfterTheirCommit() {
        Client client = new Client(hub);
        client.post("/api/v1/interactions", "{'queue': 'billing'}");
        String id = client.post("/api/v1/interactions", "{'queue': 'billing'}").at("/id");
        client.post("/api/v1/interactions/" + id + "/move", "{'queue': 'general'}");

        await().untilAsserted(() -> assertThat(client.get("/observe/metrics").text())
                .contains("serai_placements_total{queue=\"billing\",result=\"born\"} 2.0")
                .contains("serai_placements_total{queue=\"general\",result=\"placed\"} 1.0"));
    }

    private void write(Random random) {
        for (int i = 0; i < EACH; i++) {
            hub.store().transact(tx -> {
                tx.events().append("default", "queue:q" + random.nextInt(4), NewEvent.of("serai.alert.raised", "x"));
                LockSupport.parkNanos(random.nextInt(3_000_000));
                return true;
            });
        }
    }

    private void happen(int times) {
        hub.store().writeNow(tx -> {
            for (int i = 0; i < times; i++) {
                tx.events().append("default", "queue:billing", NewEvent.of("serai.alert.raised", "x"));
            }
            return 0;
        });
        new Sequencer(hub.store(), new Roles(hub.store(), "n1")).pass();
    }
}
