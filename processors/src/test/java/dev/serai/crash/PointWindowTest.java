package dev.serai.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.crash.RestClient.Answer;
import dev.serai.crash.RestClient.Call;
import dev.serai.testing.Postgres;
import dev.serai.window.CrashWindow;
import dev.serai.window.HaltingHook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub dies while a REST point applies a document: the client sends it again, and each operation is done once. */
class PointWindowTest {
    private static final int OPERATIONS = 200;

    @TempDir
    private Path folder;

    private final RestClient client = new RestClient();

    @Test
    void eachOperationShouldBeDoneOnceWhenTheHubDiedBeforeItAnswered() throws Exception {
        applied(CrashWindow.OPERATIONS_COMMITTED, 1);
    }

    @Test
    void eachOperationShouldBeDoneOnceWhenTheHubDiedInTheMiddleOfADocument() throws Exception {
        applied(CrashWindow.GROUP_COMMITTED, 3);
    }

    private void applied(CrashWindow window, int pass) throws Exception {
        TestInstance instance = instance();
        Call call = Call.of(
                "/api/v1/capture-points/shop/operations",
                IntStream.rangeClosed(1, OPERATIONS)
                        .mapToObj(n -> "{'operation':'submit','properties':{'order':'" + n + "'}}")
                        .collect(Collectors.joining(",", "[", "]")));
        try (HubProcess dying = HubProcess.start(folder, "-D" + HaltingHook.PROPERTY + "=" + window + ":" + pass)) {
            int port = dying.awaitReady();
            assertThatThrownBy(() -> client.post(port, call)).isInstanceOf(IOException.class);
            assertThat(dying.awaitExit()).as(dying.output()).isEqualTo(HaltingHook.STATUS);
        }
        try (Hub hub = instance.start()) {
            Answer answer = client.post(hub.httpPort(), call);

            Set<String> ids = new HashSet<>();
            for (JsonNode one : answer.json()) {
                assertThat(one.path("operation").asText()).isEqualTo("submitted");
                ids.add(one.path("id").asText());
            }
            assertThat(ids).hasSize(OPERATIONS);
            assertThat(new Books(hub.store()).interactions()).hasSize(OPERATIONS);
        }
    }

    private TestInstance instance() {
        return new TestInstance(folder)
                .on(Postgres.shared().createDatabase())
                .file("routes/capture/capture-rest-shop.camel.yaml", """
                        - route:
                            id: capture-rest-shop
                            description: Orders of the shop
                            from:
                              uri: kamelet:rest-capture-source
                              parameters: {name: shop, queue: billing}
                              steps:
                                - log: {id: captured, message: captured, loggingLevel: DEBUG}
                        """);
    }
}
