package dev.serai.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.testing.ScriptedPop3;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What all routes share is edited while capture points run. */
class SharedEditTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String SHARED = "routes/shared/failures.camel.yaml";

    @TempDir
    private Path folder;

    @Test
    void capturePointsShouldRunOnWhenWhatTheyShareComesChangesAndGoes() throws Exception {
        try (ScriptedPop3 server = ScriptedPop3.start()) {
            TestInstance instance =
                    new TestInstance(folder).scripted("support", server.port()).placing();
            instance.file("routes/capture/capture-jms-orders.camel.yaml", """
                    - route:
                        id: capture-jms-orders
                        description: The test's orders
                        from:
                          uri: kamelet:jms-capture-source
                          parameters: {name: orders, concurrency: 1}
                          steps:
                            - log: {id: captured, message: captured, loggingLevel: DEBUG}
                    """);
            instance.file(SHARED, failures("first"));
            try (Hub hub = instance.start()) {
                HubCalls calls = new HubCalls(hub);

                instance.file(SHARED, failures("second"));
                applied(calls, server, "changed");

                Files.delete(folder.resolve(SHARED));
                applied(calls, server, "gone");

                instance.file(SHARED, failures("third"));
                applied(calls, server, "back");
            }
        }
    }

    private static void applied(HubCalls calls, ScriptedPop3 server, String mail) throws Exception {
        HubCalls.Answer answer = calls.post("/api/v1/config/apply", "{}");
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        assertThat(calls.get("/api/v1/routes").json().findValuesAsText("id"))
                .contains("capture-mail-support", "capture-jms-orders");
        assertThat(calls.get("/observe/health").json().toString()).doesNotContain("not running");
        server.holds(
                mail,
                ("Message-ID: <" + mail + "@customer.example>\r\nSubject: " + mail + "\r\n\r\nHello\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        await().atMost(SOON)
                .until(() -> calls.get("/api/v1/interactions?limit=100")
                        .json()
                        .toString()
                        .contains("\"" + mail + "\""));
    }

    private static String failures(String words) {
        return """
                - routeConfiguration:
                    id: failures
                    onException:
                      - onException:
                          exception: [java.lang.IllegalStateException]
                          steps:
                            - log: {id: told, message: "%s"}
                """.formatted(words);
    }
}
