package dev.serai.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is live although something about it is doubtful is told, and how one goes back from it by hand. */
class DoubtfulFilesTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private TestInstance instance;

    @BeforeEach
    void fill() {
        instance = new TestInstance(folder)
                .setting("serai.config.quiet", "150ms")
                .setting("serai.config.look", "50ms")
                .placing();
    }

    @Test
    void anEditWithAWarningShouldBecomeLiveAndSaySo() throws Exception {
        try (Hub hub = instance.start()) {
            HubCalls calls = new HubCalls(hub);
            instance.file("config/queues/spare.YML", "description: Nobody reads it.\n");

            JsonNode applied = calls.post("/api/v1/config/apply", "{}").json();

            assertThat(applied.at("/warnings/0/file").asText()).isEqualTo("config/queues/spare.YML");
            assertThat(applied.at("/warnings/0/reason").asText()).startsWith("this file is not read;");
            assertThat(verdict(calls)).contains("The live files have 1 warning: config/queues/spare.YML:1");
        }
    }

    @Test
    void aWarningShouldBeToldFromTheStartOnUntilItIsGone() throws Exception {
        Path spare = folder.resolve("config/queues/spare.yml");
        instance.file("config/queues/spare.yml", "description: Nobody reads it.\n");
        try (Hub hub = instance.start()) {
            HubCalls calls = new HubCalls(hub);
            assertThat(verdict(calls)).contains("The live files have 1 warning");

            Files.delete(spare);

            await().atMost(SOON).until(() -> !verdict(calls).contains("warning"));
            assertThat(calls.get("/observe/health").json().at("/status").asText())
                    .isEqualTo("UP");
        }
    }

    @Test
    void aSetShouldBeFoundByTheBeginningOfItsId() throws Exception {
        try (Hub hub = instance.start()) {
            HubCalls calls = new HubCalls(hub);
            String first = calls.config().at("/current/id").asText();
            instance.file("config/queues/spare.yaml", "description: Spare.\nstrategy: false\n");
            calls.post("/api/v1/config/apply", "{}");

            HubCalls.Answer back =
                    calls.post("/api/v1/config/generations/" + first.substring(0, 12) + "/activate", "{}");

            assertThat(back.json().at("/id").asText()).isEqualTo(first);
            assertThat(calls.get("/api/v1/config/generations/" + first.substring(0, 7))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void settingsThatAreWrittenAgainAsTheyWereShouldNeedNoRestart() throws Exception {
        Path settings = folder.resolve("config/application.properties");
        try (Hub hub = instance.start()) {
            HubCalls calls = new HubCalls(hub);
            String before = Files.readString(settings);
            Files.writeString(settings, before + "\nserai.http.max-body=1MB\n");
            await().atMost(SOON).until(() -> verdict(calls).contains("changed since the start"));

            Files.writeString(settings, before);

            await().atMost(SOON).until(() -> !verdict(calls).contains("changed since the start"));
        }
    }

    private static String verdict(HubCalls calls) throws Exception {
        return calls.get("/api/v1/status").json().at("/verdict/needs").toString();
    }
}
