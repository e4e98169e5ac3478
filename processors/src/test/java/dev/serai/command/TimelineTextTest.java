package dev.serai.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.interaction.Json;
import org.junit.jupiter.api.Test;

class TimelineTextTest {
    private static final JsonNode INTERACTION = Json.read(
            "{\"id\": \"i1\", \"state\": \"queued\", \"queue\": \"general\", \"subtype\": \"InboundNew\"}",
            JsonNode.class);

    @Test
    void itShouldSayWhichSignalJoinedAThread() {
        assertThat(told("{\"joined\": \"t1\", \"because\": \"In-Reply-To <a@x> is of interaction t1\"}"))
                .contains("joined thread t1, because In-Reply-To <a@x> is of interaction t1");
    }

    @Test
    void itShouldSayWhatPointedToAThreadThatWasNotJoined() {
        assertThat(
                        told(
                                "{\"suggestions\": [{\"thread\": \"t1\", \"although\": \"In-Reply-To <a@x> is of t1, but …\"}],"
                                        + " \"ignored\": [\"the token of its reply address has the form …\"], \"awaits\": [\"<b@x>\"]}"))
                .contains("not joined to thread t1, although In-Reply-To <a@x> is of t1, but …")
                .contains("not believed: the token of its reply address")
                .contains("waits for what it answers: <b@x>");
    }

    @Test
    void itShouldSayTheKindAndWhy() {
        assertThat(TimelineText.of(
                        INTERACTION,
                        Json.read(
                                "[{\"time\": \"2026-11-23T10:00:00Z\", \"type\": \"serai.interaction.changed\", \"data\":"
                                        + " {\"interaction\": {\"kind\": \"message\", \"kindBecause\": \"It is.\"}}}]",
                                JsonNode.class)))
                .contains("      kind message: It is.")
                .doesNotContain("kindBecause");
    }

    private static String told(String thread) {
        return TimelineText.of(
                INTERACTION,
                Json.read(
                        "[{\"time\": \"2026-11-23T10:00:00Z\", \"type\": \"serai.interaction.changed\", \"data\":"
                                + " {\"actor\": \"intake\", \"interaction\": {\"thread\": " + thread + "}}}]",
                        JsonNode.class));
    }
}
