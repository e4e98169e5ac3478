package dev.serai.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file point that is edited, goes and comes back while the hub runs. */
class FilePointEditTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String FILE = "routes/capture/capture-file-shop.camel.yaml";

    @TempDir
    private Path folder;

    @Test
    void anEditedFilePointShouldTakeFilesByItsNewParameters() throws Exception {
        TestInstance instance = new TestInstance(folder).file(FILE, point("'*.json'"));
        try (Hub hub = instance.start()) {
            HubCalls calls = new HubCalls(hub);
            await().atMost(SOON).until(() -> Files.isDirectory(folder.resolve("data/points/shop/inbound/.serai-shop")));
            drop("a.json");
            drop("b.txt");
            await().atMost(SOON).until(() -> processed() == 1);

            instance.file(FILE, point("'*.txt'"));
            apply(calls);
            drop("c.json");
            await().atMost(SOON).until(() -> processed() == 2);

            Files.delete(folder.resolve(FILE));
            apply(calls);
            drop("d.txt");
            instance.file(FILE, point("'*.json,*.txt'"));
            apply(calls);
            await().atMost(SOON).until(() -> processed() == 4);
            assertThat(calls.get("/api/v1/capture-points").json().toString()).contains("\"kind\":\"file\"");
        }
    }

    private void drop(String name) throws IOException {
        Files.writeString(folder.resolve("data/points/shop/inbound").resolve(name), "{\"operation\":\"ping\"}");
    }

    private long processed() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("data/points/shop/processed"))) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .count();
        }
    }

    private static void apply(HubCalls calls) throws Exception {
        HubCalls.Answer answer = calls.post("/api/v1/config/apply", "{}");
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
    }

    private static String point(String include) {
        return """
                - route:
                    id: capture-file-shop
                    description: The test's files
                    from:
                      uri: kamelet:file-capture-source
                      parameters: {name: shop, queue: general, include: %s, stableFor: 20ms, pollInterval: 100ms}
                      steps:
                        - log: {id: captured, message: captured, loggingLevel: DEBUG}
                """.formatted(include);
    }
}
