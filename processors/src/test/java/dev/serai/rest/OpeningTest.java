package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that starts, or ends, says so. */
class OpeningTest {
    private static RestHub hub;
    private static Client client;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        hub = RestHub.start(folder);
        client = new Client(hub);
        hub.opening().shut();
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
    }

    @Test
    void verbsShouldBeUnavailableForNowWhileTheHubStarts() {
        Client.Answer answer = client.get("/api/v1/interactions/nothing-yet");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.at("/code")).isEqualTo("unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }

    @Test
    void readyShouldNotBeSaidBeforeVerbsAnswer() {
        Client.Answer ready = client.get("/observe/health/ready");

        assertThat(ready.status()).isEqualTo(503);
        assertThat(ready.text()).contains("the hub is starting");
        assertThat(client.get("/observe/health/live").status()).isEqualTo(200);
    }
}
