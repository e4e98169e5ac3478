package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.QueueName;
import dev.serai.store.DispatchRow.State;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody is needed for, once and with its words. */
class WorstFirstTest {
    private static final String NOBODY = "550 5.1.1 no such user here";

    private OutgoingHub house;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        house = OutgoingHub.start(folder);
    }

    @AfterEach
    void stop() throws Exception {
        house.close();
    }

    @Test
    void failedMailShouldBeToldOnceWithTheServersWordsAndWhatToPress() {
        house.mail("default", State.FAILED, "refused", NOBODY, "a@example.org");
        InteractionId newest = house.mail("default", State.FAILED, "refused", NOBODY, "b@example.org");

        List<JsonNode> red = red();

        assertThat(red).hasSize(1);
        assertThat(red.get(0).path("text").asText()).isEqualTo("2 mails by account default failed for good: " + NOBODY);
        assertThat(red.get(0).path("advice").asText())
                .contains("./serai quarantine retry " + newest, "/dispatches/retry", "\"account\":\"default\"");
    }

    @Test
    void theAccountThatIsDeadShouldStandBeforeTheOthers() {
        house.mail("default", State.FAILED, "refused", NOBODY, "a@example.org");
        house.mail("support", State.DEFERRED, "login", "535 5.7.8 authentication failed", "b@example.org");

        assertThat(status().at("/dispatch/accounts").findValuesAsText("name"))
                .containsExactly("support", "default", "billing");
        assertThat(red().get(0).path("text").asText()).startsWith("Account support: ");
    }

    @Test
    void mailThatWasMovedAwayShouldNotWaitToLeave() {
        InteractionId id = house.mail("billing", State.PENDING, null, null, "a@example.org");

        house.hub()
                .store()
                .writeNow(tx -> new WorkChange(tx, tx.work().lock("default", id).orElseThrow(), By.of("kim"))
                        .place(QueueName.of("review"), tx.now()));

        JsonNode billing = account("billing");
        assertThat(billing.path("waiting").asLong()).isZero();
        assertThat(billing.path("groups")).isEmpty();
        assertThat(status().at("/dispatch/counts")).isEmpty();
    }

    @Test
    void mailThatIsToLeaveLaterShouldWaitUntilThen() {
        house.client()
                .post(
                        "/api/v1/mails",
                        "{'to':'jo@example.org','subject':'x','text':'x','account':'default','sendAfter':'2999-01-01T00:00:00Z'}");

        JsonNode outbound = named(status().path("queues"), "outbound");

        assertThat(outbound.path("depth").asLong()).isZero();
        assertThat(outbound.path("waiting").asLong()).isEqualTo(1);
        assertThat(outbound.path("waitingUntil").asText()).isEqualTo("2999-01-01T00:00:00Z");
    }

    private List<JsonNode> red() {
        List<JsonNode> red = new ArrayList<>();
        status().at("/verdict/needs").forEach(need -> {
            if (need.path("level").asText().equals("red")) {
                red.add(need);
            }
        });
        return red;
    }

    private JsonNode account(String name) {
        return named(status().at("/dispatch/accounts"), name);
    }

    private static JsonNode named(JsonNode all, String name) {
        for (JsonNode one : all) {
            if (one.path("name").asText().equals(name)) {
                return one;
            }
        }
        throw new AssertionError("there is no " + name);
    }

    private JsonNode status() {
        return house.client().get("/api/v1/status").json();
    }
}
