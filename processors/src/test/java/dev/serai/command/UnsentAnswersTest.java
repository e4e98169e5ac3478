package dev.serai.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.PointName;
import dev.serai.store.EventLog.Event;
import dev.serai.store.OutgoingRow;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that nobody sends: they are seen, and can be given up. */
class UnsentAnswersTest {
    private AskedHub hub;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        hub = new AskedHub(folder);
        answer("renamed");
        answer("renamed");
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
    }

    @Test
    void answersOfAPointThatIsGoneShouldBeANeedUntilTheyAreDropped() {
        assertThat(hub.run("status")).isEqualTo(1);
        assertThat(hub.out())
                .contains("! 2 answers wait for capture point renamed, which no file declares any more")
                .contains("or drop them: ./serai drop-answers renamed");

        assertThat(hub.run("drop-answers", "renamed")).isZero();
        assertThat(hub.out()).isEqualToIgnoringNewLines("renamed: 2 dropped");
        assertThat(hub.run("status")).isZero();
        assertThat(hub.run("drop-answers", "renamed")).isEqualTo(1);
        assertThat(hub.run("drop-answers", "not a name")).isEqualTo(2);
    }

    @Test
    void healthAndMetersShouldTellOfThem() throws Exception {
        assertThat(get("/observe/health"))
                .contains("{\"name\":\"answers\",\"status\":\"DEGRADED\",\"reason\":\"2 answers wait for capture point "
                        + "renamed, which no file declares any more\"}");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(get("/observe/metrics"))
                        .containsPattern("serai_outgoing_waiting\\{point=\"gone\"\\} [12].0"));
    }

    @Test
    void aDropShouldBeInTheEventsWithWhoDidIt() {
        hub.run("drop-answers", "renamed");

        List<Event> told = hub.store().read(tx -> tx.events().timeline("default", "point:renamed"));
        assertThat(told).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("serai.capture.answers-dropped");
            assertThat(event.actor()).isEqualTo("operator");
        });
    }

    private void answer(String point) {
        hub.store().writeNow(tx -> {
            tx.outgoing()
                    .add(new OutgoingRow(
                            "default",
                            PointName.of(point),
                            OutgoingRow.Kind.RESPONSE,
                            "json",
                            null,
                            null,
                            "{}",
                            "d" + System.nanoTime(),
                            null));
            return true;
        });
    }

    private String get(String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(hub.url() + path)).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
