package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.QueueName;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.DispatchOverview.Count;
import dev.serai.store.DispatchRow.State;
import dev.serai.store.QuarantineTable.Cause;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever tells of outgoing mail tells of the same mail, and of each once. */
abstract class ToldMailContract {
    private static final String LATER = "2999-01-01T00:00:00Z";
    private static final String BY_LATER =
            "{'to':'jo@example.org','subject':'x','text':'x','account':'default','sendAfter':'" + LATER + "'}";

    private OutgoingHub house;

    abstract DatabaseSettings freshDatabase(Path folder);

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        house = OutgoingHub.start(folder, freshDatabase(folder));
    }

    @AfterEach
    void stop() throws Exception {
        house.close();
    }

    @Test
    void uncertainMailThatWasStoppedShouldBeToldEverywhereUntilSomebodyDecides() {
        InteractionId id = house.mail("billing", State.UNCERTAIN, "hub-ended", "the hub ended", "jo@example.org");
        change(id, change -> change.stop("completed"));

        JsonNode status = status();

        assertThat(status.at("/dispatch/counts/0/state").asText()).isEqualTo("uncertain");
        assertThat(status.at("/dispatch/attention/0/id").asText()).isEqualTo(id.value());
        assertThat(group("billing").path("press").asText())
                .contains("write again", "cancel")
                .doesNotContain("retry");
        assertThat(red()).hasSize(1);
        assertThat(red().get(0)).contains("1 mail by account billing may or may not have left");
        assertThat(open()).extracting(Count::state).containsExactly(State.UNCERTAIN);
        assertThat(choices(id).has("cancel")).isTrue();
        assertThat(choices(id).has("retry")).isFalse();
    }

    @Test
    void uncertainMailThatWasStoppedShouldNotBeToldOnceItWasCancelled() {
        InteractionId id = house.mail("billing", State.UNCERTAIN, "hub-ended", "the hub ended", "jo@example.org");
        change(id, change -> change.stop("completed"));

        Client.Answer cancelled = house.client().post("/api/v1/dispatches/" + id + "/cancel", "{}");

        assertThat(cancelled.status()).as(cancelled.text()).isEqualTo(200);
        assertThat(status().at("/dispatch/attention")).isEmpty();
        assertThat(red()).isEmpty();
        assertThat(open()).isEmpty();
    }

    @Test
    void uncertainMailThatCanBeRetriedShouldBeToldApartFromWhatWasStopped() {
        house.mail("billing", State.UNCERTAIN, "hub-ended", "the hub ended", "jo@example.org");
        InteractionId stopped = house.mail("billing", State.UNCERTAIN, "hub-ended", "the hub ended", "al@example.org");
        change(stopped, change -> change.stop("completed"));

        List<String> press = named(status().at("/dispatch/accounts"), "billing")
                .path("groups")
                .findValuesAsText("press");

        assertThat(press).hasSize(2);
        assertThat(press).anyMatch(words -> words.contains("retry what is not"));
        assertThat(press).anyMatch(words -> words.contains("" + stopped) && words.contains("write again"));
    }

    @Test
    void mailThatWasMovedToReviewShouldBeCountedThereAndNowhereElse() {
        InteractionId id = house.mail("billing", State.PENDING, null, null, "jo@example.org");
        change(id, change -> change.place(QueueName.of("review"), Instant.now()));

        JsonNode status = status();

        assertThat(named(status.path("queues"), "review").path("depth").asLong())
                .isEqualTo(1);
        assertThat(status.at("/dispatch/counts")).isEmpty();
        assertThat(open()).isEmpty();
    }

    @Test
    void expiredMailShouldBeToldOnceWithTheServersWords() {
        String words = "it was tried for 5 d: 450 busy";
        InteractionId id = house.mail("billing", State.PENDING, null, null, "jo@example.org");
        change(id, change -> change.quarantine(Cause.expiredMail(words)));
        house.hub().store().writeNow(tx -> {
            tx.dispatches()
                    .update(tx.dispatches().load("default", id).orElseThrow().to(State.FAILED, words, tx.now()));
            return id;
        });

        assertThat(red()).containsExactly("1 mail by account billing failed for good: " + words);
        assertThat(status().at("/quarantine/groups/0/failedMail").asBoolean()).isTrue();
    }

    @Test
    void mailForLaterShouldWaitUntilThenAlsoAfterItWasHeldAndResumed() {
        InteractionId id = later();
        change(id, change -> change.hold(null));
        change(id, WorkChange::resume);

        JsonNode outbound = named(status().path("queues"), "outbound");

        assertThat(outbound.path("depth").asLong()).isZero();
        assertThat(outbound.path("waiting").asLong()).isEqualTo(1);
        assertThat(outbound.path("waitingUntil").asText()).isEqualTo(LATER);
    }

    @Test
    void whatIsPutBackForAWhileShouldNotWaitAsWished() {
        InteractionId id = later();
        change(
                id,
                change -> change.release(Instant.now().plus(Duration.ofHours(1)), false, "serai.interaction.returned"));

        JsonNode outbound = named(status().path("queues"), "outbound");

        assertThat(outbound.path("depth").asLong()).isEqualTo(1);
        assertThat(outbound.has("waitingUntil")).isFalse();
    }

    private InteractionId later() {
        Client.Answer answer = house.client().post("/api/v1/mails", BY_LATER);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return InteractionId.of(answer.at("/id"));
    }

    private void change(InteractionId id, Consumer<WorkChange> what) {
        house.hub().store().writeNow(tx -> {
            what.accept(new WorkChange(tx, tx.work().lock("default", id).orElseThrow(), By.of("kim")));
            return id;
        });
    }

    private List<Count> open() {
        return house.hub().store().read(tx -> tx.dispatchOverview().openCounts());
    }

    private JsonNode choices(InteractionId id) {
        return house.client().get("/api/v1/dispatches/" + id).json().path("choices");
    }

    private List<String> red() {
        List<String> red = new ArrayList<>();
        status().at("/verdict/needs").forEach(need -> {
            if (need.path("level").asText().equals("red")) {
                red.add(need.path("text").asText());
            }
        });
        return red;
    }

    private JsonNode group(String account) {
        return named(status().at("/dispatch/accounts"), account).at("/groups/0");
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
