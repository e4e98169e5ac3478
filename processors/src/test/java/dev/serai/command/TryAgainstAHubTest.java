package dev.serai.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.interaction.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What an edit changes, before it is live: the edited files beside a hub that runs with the shipped ones. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class TryAgainstAHubTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("serai.home"));

    @SuppressWarnings("NullAway.Init") // JUnit starts it
    private static Hub hub;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path edited;

    @BeforeAll
    static void start(@TempDir Path live) throws Exception {
        hub = new TestInstance(live).account("default", 1).start();
        for (String name : new String[] {"invoice", "question"}) {
            submit(Files.readString(CHECKOUT.resolve("samples/" + name + ".eml")), "message/rfc822");
        }
        submit("{\"queue\": \"general\", \"subject\": \"no mail\"}", "application/json");
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @BeforeEach
    void theEditedFilesAreBesideIt() throws Exception {
        System.setProperty(Serai.CHECKOUT, CHECKOUT.toString());
        new TestInstance(edited).account("default", 1).setting("serai.http.port", "" + hub.httpPort());
    }

    @Test
    void noEditShouldDifferInNothing() {
        assertThat(serai("try", "--diff", CHECKOUT.resolve("samples").toString()))
                .as(out + " " + err)
                .isZero();
        assertThat(out.toString()).matches("\\d+ mails, none decided otherwise\\R");
    }

    @Test
    void anEditShouldBeToldMailByMail() {
        new TestInstance(edited).setting("serai.http.port", "" + hub.httpPort()).placing();

        assertThat(serai("try", "--diff", sample("invoice"), sample("question")))
                .isOne();
        assertThat(out.toString())
                .contains(sample("invoice") + "  Invoice INV-004711", "queue        billing -> general")
                .contains("replies", "2 mails, 2 decided otherwise");
    }

    @Test
    void differencesShouldBeObjectsToo() throws Exception {
        new TestInstance(edited).setting("serai.http.port", "" + hub.httpPort()).placing();

        assertThat(serai("try", "--diff", "--json", sample("invoice"))).isOne();
        JsonNode queue =
                Json.MAPPER.readTree(out.toString()).path("differences").path("queue");
        assertThat(queue.path("live").asText()).isEqualTo("billing");
        assertThat(queue.path("edited").asText()).isEqualTo("general");
        assertThat(err.toString()).contains("1 mail, 1 decided otherwise");
    }

    @Test
    void storedMailShouldGoThroughTheEditedFiles() {
        new TestInstance(edited).setting("serai.http.port", "" + hub.httpPort()).placing();

        assertThat(serai("try", "--since", "1h")).as(err.toString()).isZero();
        assertThat(out.toString().lines().filter(line -> line.contains("->  queued in general")))
                .as(out.toString())
                .hasSize(2);
        assertThat(serai("try", "--since", "1h", "--diff")).isOne();
        assertThat(out.toString()).contains("2 mails, 2 decided otherwise");
    }

    @Test
    void withoutAHubThatShouldBeSaid() {
        new TestInstance(edited).setting("serai.http.port", "1");

        for (String option : new String[] {"--diff", "--since=1h"}) {
            assertThat(serai("try", option, sample("invoice"))).isOne();
        }
        assertThat(err.toString().lines())
                .allMatch(line -> line.startsWith("serai: no hub answers at http://127.0.0.1:1"));
    }

    private static String sample(String name) {
        return CHECKOUT.resolve("samples/" + name + ".eml").toString();
    }

    private static void submit(String body, String type) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + hub.httpPort() + "/api/v1/interactions"))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(201);
    }

    private int serai(String... arguments) {
        return Serai.commandLine(Map.of("SERAI_HOME", edited.toString()))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
