package dev.serai.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.Content;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.PointName;
import dev.serai.interaction.QueueName;
import dev.serai.rest.RestHub;
import dev.serai.store.Arrival;
import dev.serai.store.QuarantineTable.Cause;
import dev.serai.store.RawContent;
import dev.serai.store.ReceiveUnit;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands that ask a running hub. */
class HubCommandsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private RestHub hub;
    private Path home;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        hub = RestHub.start(folder.resolve("data"));
        home = folder.resolve("home");
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config/application.properties"), "serai.http.port=" + hub.port() + "\n");
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
    }

    @Test
    void statusShouldBeOneScreenAndZeroWhenAllIsWell() {
        assertThat(run("status")).isZero();
        assertThat(out.toString())
                .startsWith("All is well")
                .contains("dispatch hold", "queues", "general", "client")
                .doesNotContain("null");
    }

    @Test
    void statusShouldBeOneWhenSomethingIsRed() {
        quarantined(received("<m1@example.org>"));

        assertThat(run("status")).isEqualTo(1);
        assertThat(out.toString()).startsWith("1 thing needs you").contains("! 1 in quarantine at intake: no-raw");
    }

    @Test
    void statusAsJsonShouldHoldTheVerdict() {
        assertThat(run("status", "--json")).isZero();
        assertThat(out.toString()).contains("\"headline\" : \"All is well\"");
    }

    @Test
    void statusShouldSayWhereNoHubRuns() throws Exception {
        Files.writeString(home.resolve("config/application.properties"), "serai.http.port=1\n");

        assertThat(run("status")).isEqualTo(1);
        assertThat(err.toString()).contains("no hub answers at http://127.0.0.1:1", "serai.http.port");
        assertThat(err.toString().lines()).hasSize(1);
    }

    @Test
    void explainShouldTellTheTimelineByIdAndByMessageId() {
        InteractionId id = received("<m1@example.org>");
        quarantined(id);

        assertThat(run("explain", id.value())).isZero();
        assertThat(run("explain", "m1@example.org")).isZero();
        assertThat(out.toString())
                .contains(
                        id + "  quarantined in intake",
                        "submitted by point:support",
                        "quarantined by intake: there is no raw")
                .contains("seen by support at position 1:1: taken, interaction " + id);
    }

    @Test
    void explainShouldTakeWhatThePosterCallsIt() throws Exception {
        HttpRequest submit = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + hub.port() + "/api/v1/interactions"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"queue\":\"general\",\"externalId\":\"ORD 7001\"}"))
                .build();
        HttpClient.newHttpClient().send(submit, HttpResponse.BodyHandlers.discarding());

        assertThat(run("explain", "ORD 7001")).isZero();
        assertThat(out.toString()).contains("queued in general", "submitted by point:rest");
    }

    @Test
    void explainShouldSayThatNothingIsKnown() {
        assertThat(run("explain", "<nobody@example.org>")).isEqualTo(1);
        assertThat(out.toString()).startsWith("nothing is known of <nobody@example.org>");
    }

    private InteractionId received(String messageId) {
        Arrival arrival = new Arrival(
                "default",
                PointName.of("support"),
                "1:1",
                RawContent.of("Subject: hi\r\n\r\nhello".getBytes(StandardCharsets.US_ASCII)),
                QueueName.of("intake"),
                50,
                "email",
                Instant.now(),
                false,
                messageId,
                null,
                Content.none(),
                Map.of());
        return hub.store().writeNow(new ReceiveUnit(arrival, Clock.systemUTC())).id();
    }

    private void quarantined(InteractionId id) {
        hub.store()
                .writeNow(tx -> new WorkChange(tx, tx.work().lock("default", id).orElseThrow(), By.of("intake"))
                        .quarantine(new Cause("intake", "no-raw", "there is no raw", QueueName.of("intake"))));
    }

    private int run(String... arguments) {
        CommandLine serai =
                Serai.commandLine(Map.of()).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--home";
        all[arguments.length + 1] = home.toString();
        return serai.execute(all);
    }
}
