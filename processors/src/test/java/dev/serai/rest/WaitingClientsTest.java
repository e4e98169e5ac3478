package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hundreds of clients that wait for work or follow events, and what it costs the others. */
class WaitingClientsTest {
    private static final int PULLS = 500;
    private static final int STREAMS = 100;
    /** More than these would be threads for clients. */
    private static final int THREADS = 30;

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private RestHub hub;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        hub = RestHub.start(folder);
        client = new Client(hub);
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
    }

    @Test
    void healthShouldAnswerAsIfAloneWhileSixHundredWait() {
        client.get("/observe/health");
        client.post("/api/v1/queues/billing/pull", "{'wait':'1s'}");
        Duration alone = allButTwo(() -> client.get("/observe/health"));
        long before = threads();
        List<CompletableFuture<HttpResponse<Stream<String>>>> streams = IntStream.range(0, STREAMS)
                .mapToObj(i -> client.stream("/api/v1/events"))
                .toList();
        List<CompletableFuture<Client.Answer>> pulls = IntStream.range(0, PULLS)
                .mapToObj(i -> client.postAsync("/api/v1/queues/billing/pull", "{'wait':'60s'}"))
                .toList();
        await().atMost(LONG).until(() -> hub.waitingPulls() == PULLS && hub.streams() == STREAMS);

        assertThat(threads() - before).isLessThan(THREADS);
        assertThat(allButTwo(() -> client.get("/observe/health")))
                .isLessThan(alone.multipliedBy(5).plusMillis(100));
        assertThat(hub.waitingPulls()).isEqualTo(PULLS);
        client.post("/api/v1/interactions", "{'queue':'billing'}");
        CompletableFuture.anyOf(pulls.toArray(CompletableFuture[]::new))
                .orTimeout(5, TimeUnit.SECONDS)
                .join();
        assertThat(hub.waitingPulls()).isEqualTo(PULLS - 1);
        streams.forEach(stream -> stream.join().body().close());
        await().atMost(LONG).until(() -> hub.streams() == 0);
    }

    /** The hub's, without those of the clients in the same process. */
    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().startsWith("HttpClient"))
                .count();
    }

    /** The time that 19 of 21 calls keep; two may meet a pause of the machine. */
    private static Duration allButTwo(Runnable call) {
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            long begin = System.nanoTime();
            call.run();
            times.add(Duration.ofNanos(System.nanoTime() - begin));
        }
        return times.stream().sorted().toList().get(18);
    }
}
