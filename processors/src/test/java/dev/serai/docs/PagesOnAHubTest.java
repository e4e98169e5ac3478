package dev.serai.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.app.Hub;
import dev.serai.docs.PageFolder.Call;
import dev.serai.files.Home;
import dev.serai.files.Settings;
import dev.serai.interaction.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The calls of the pages are understood by a hub that runs. */
class PagesOnAHubTest {
    /** An answer that depends on what there is: the interaction at hand is in nobody's quarantine. */
    private static final Set<String> RIGHT_BUT_NOT_NOW = Set.of("wrong-state", "not-found");

    @SuppressWarnings("NullAway.Init") // JUnit starts it
    private static Hub hub;

    private final HttpClient http = HttpClient.newHttpClient();

    static Stream<Page> pages() {
        return Page.all().stream().filter(page -> page.blocks().stream().anyMatch(Block::needsHub));
    }

    @BeforeAll
    static void start(@TempDir Path instance) throws Exception {
        write(instance, "config/application.properties", "serai.http.port=0\n");
        write(instance, "routes/dispatch/dispatch-smtp-default.camel.yaml", """
                - route:
                    id: dispatch-smtp-default
                    description: Nothing leaves by it, the mode is hold
                    from:
                      uri: direct:dispatch-smtp-default
                      steps:
                        - to: {id: send, uri: "kamelet:smtp-sink", parameters: {host: 127.0.0.1, from: support@example.com}}
                """);
        write(instance, "routes/capture/capture-jms-support.camel.yaml", """
                - route:
                    id: capture-jms-support
                    description: A point to be steered
                    from:
                      uri: kamelet:jms-capture-source
                      parameters: {name: support}
                      steps:
                        - log: {id: captured, message: captured, loggingLevel: DEBUG}
                """);
        write(instance, "routes/capture/capture-rest-shop.camel.yaml", """
                - route:
                    id: capture-rest-shop
                    description: A point to post to
                    from:
                      uri: kamelet:rest-capture-source
                      parameters: {name: shop}
                      steps:
                        - log: {id: captured, message: captured, loggingLevel: DEBUG}
                """);
        write(instance, "routes/capture/capture-webform-contact.camel.yaml", """
                - route:
                    id: capture-webform-contact
                    description: A form to post to
                    from:
                      uri: kamelet:webform-capture-source
                      parameters: {name: contact}
                      steps:
                        - log: {id: captured, message: captured, loggingLevel: DEBUG}
                """);
        Home home = new Home(instance, Page.CHECKOUT);
        hub = Hub.start(home, Settings.load(home));
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void callsOfAPageShouldBeUnderstood(Page page, @TempDir Path reader) throws IOException, InterruptedException {
        for (Call call : new PageFolder(page, reader).calls()) {
            if (call.program().equals("curl")) {
                understood(page, call);
            }
        }
    }

    @Test
    void everyMeterShouldBeOnItsPage() throws IOException, InterruptedException {
        String page = Page.of("docs/reference/meters.md").text();
        post("/api/v1/interactions", "{\"queue\": \"inbound\", \"subject\": \"Opening hours\"}");

        assertThat(meters())
                .isNotEmpty()
                .allSatisfy(meter -> assertThat(page).containsPattern("\\| `" + meter + "[{`]"));
    }

    private List<String> meters() throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + hub.httpPort() + "/observe/metrics");
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofLines())
                .body()
                .filter(line -> line.startsWith("# TYPE serai_"))
                .map(line -> line.split(" ")[2])
                .toList();
    }

    private void understood(Page page, Call call) throws IOException, InterruptedException {
        JsonNode mine = pulled();
        HttpCall wanted = HttpCall.of(call.arguments());
        HttpRequest request = wanted.request(
                hub.httpPort(),
                text -> text.replace(PageFolder.ID, mine.path("id").asText())
                        .replace(
                                PageFolder.TOKEN,
                                mine.path("lease").path("token").asText()));

        if (wanted.isStream()) {
            HttpResponse<InputStream> stream = http.send(request, BodyHandlers.ofInputStream());
            stream.body().close();
            assertThat(stream.statusCode()).as("%s: %s", page, request).isEqualTo(200);
            return;
        }
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());

        if (answer.statusCode() >= 300) {
            String code = Json.MAPPER.readTree(answer.body()).path("code").asText();
            assertThat(code)
                    .as("%s:%s: %s: %s", page, call.block().line(), request, answer.body())
                    .isIn(RIGHT_BUT_NOT_NOW);
        }
    }

    /** A fresh interaction in the hands of a client. */
    private JsonNode pulled() throws IOException, InterruptedException {
        post("/api/v1/interactions", "{\"queue\": \"billing\", \"from\": {\"address\": \"jo@example.org\"}}");
        return Json.MAPPER
                .readTree(post("/api/v1/queues/billing/pull", "{\"max\": 1}"))
                .path("items")
                .path(0);
    }

    private String post(String path, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + hub.httpPort() + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    private static void write(Path instance, String path, String text) throws IOException {
        Path file = instance.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
