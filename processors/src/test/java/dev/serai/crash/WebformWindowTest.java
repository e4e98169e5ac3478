package dev.serai.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.crash.RestClient.Answer;
import dev.serai.crash.RestClient.Call;
import dev.serai.window.CrashWindow;
import dev.serai.window.HaltingHook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub dies when a post is stored and the visitor was not told: the page sends it again under its token. */
class WebformWindowTest {
    @TempDir
    private Path folder;

    private final RestClient client = new RestClient();

    @Test
    void aPostShouldBeOneWhenTheHubDiedBeforeItAnswered() throws Exception {
        TestInstance instance = new TestInstance(folder).file("routes/capture/capture-webform-contact.camel.yaml", """
                        - route:
                            id: capture-webform-contact
                            description: The form
                            from:
                              uri: kamelet:webform-capture-source
                              parameters: {name: contact, address: contact@example.com}
                              steps:
                                - log: {id: captured, message: captured, loggingLevel: DEBUG}
                        """);
        Call post;
        try (HubProcess dying =
                HubProcess.start(folder, "-D" + HaltingHook.PROPERTY + "=" + CrashWindow.WEBFORM_COMMITTED + ":1")) {
            int port = dying.awaitReady();
            String token = client.get(port, "/api/v1/webforms/contact/token")
                    .json()
                    .path("token")
                    .asText();
            post = new Call(
                    "/api/v1/webforms/contact",
                    "{\"email\":\"jo@example.org\",\"message\":\"Hello\",\"token\":\"" + token + "\"}",
                    "any");
            Call dead = post;
            assertThatThrownBy(() -> client.post(port, dead)).isInstanceOf(IOException.class);
            assertThat(dying.awaitExit()).as(dying.output()).isEqualTo(HaltingHook.STATUS);
        }
        Path spool = folder.resolve("data/spool-in");
        assertThat(spool).isNotEmptyDirectory();
        try (Hub hub = instance.start()) {
            Answer answer = client.post(hub.httpPort(), post);

            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.replayed()).isTrue();
            assertThat(new Books(hub.store()).interactions()).hasSize(1);
            try (var left = Files.list(spool)) {
                assertThat(left).isEmpty();
            }
        }
    }
}
