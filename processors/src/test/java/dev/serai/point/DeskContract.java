package dev.serai.point;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.document.Document;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Notify;
import dev.serai.files.Place;
import dev.serai.files.Places;
import dev.serai.files.PointDefaults;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.PointName;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.store.Database;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.OutgoingRow;
import dev.serai.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the desk of capture points does on both databases alike; a class per database runs it. */
abstract class DeskContract {
    private static final Generation FILES = Generation.load(Home.of(Path.of(System.getProperty("serai.home"))));

    private Store store;
    private PointDesk desk;

    abstract DatabaseSettings freshDatabase();

    @BeforeEach
    void open() {
        store = Store.on(Database.open(freshDatabase()));
        desk = new PointDesk(store, () -> FILES, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void operationsShouldChangeTheInteractionThatTheyName() {
        String answer = apply("m1", """
                [{"operation": "submit", "externalId": "A-1", "properties": {"queue": "billing", "tier": "gold"}},
                 {"operation": "update", "externalId": "A-1", "properties": {"priority": 70, "tier": null, "order": "7"}},
                 {"operation": "hold", "externalId": "A-1"}, {"operation": "resume", "externalId": "A-1"},
                 {"operation": "getinfo", "externalId": "A-1"}, {"operation": "ping"},
                 {"operation": "stop", "externalId": "A-1", "properties": {"reason": "spam"}}]""").answer();

        assertThat(answer)
                .contains("\"operation\":\"submitted\"", "\"operation\":\"changed\"", "\"operation\":\"held\"")
                .contains("\"operation\":\"resumed\"", "\"operation\":\"info\"", "\"operation\":\"pong\"")
                .contains("\"changed\":{\"priority\":70,\"order\":\"7\"},\"deleted\":[\"tier\"]")
                .contains("\"operation\":\"stopped\"", "\"stopReason\":\"spam\"");
    }

    @Test
    void aDocumentThatComesAgainShouldHaveTheSameFate() {
        String text = """
                [{"operation": "submit", "externalId": "A-1"}, {"operation": "stop", "externalId": "unknown"},
                 {"operation": "submit"}]""";
        Fate first = apply("m1", text);
        apply("other", "{\"operation\":\"submit\",\"externalId\":\"unknown\"}");
        Fate again = apply("m1", text);

        assertThat(again.answer()).isEqualTo(first.answer());
        assertThat(again.replayed()).isTrue();
        assertThat(first.born()).hasSize(2);
        assertThat(again.born()).isEmpty();
        assertThat(again.reasons())
                .singleElement()
                .asString()
                .startsWith("operation 2: the capture point 'crm' has no");
        assertThat(outgoing()).hasSize(4);
    }

    @Test
    void answersShouldBeRowsInTheFormOfTheRequest() {
        apply("m1", "<a><i operation='submit' ExternalId='A-1'/><i operation='hold' InteractionId='nobody'/></a>");

        assertThat(outgoing()).extracting(OutgoingRow::deliveryId).containsExactly("m1#1", "m1#2");
        assertThat(outgoing()).extracting(OutgoingRow::form).containsOnly("xml");
        assertThat(outgoing().get(0).body())
                .startsWith("<interaction operation=\"submitted\" InteractionId=\"")
                .contains("ExternalId=\"A-1\"", "<Queue>inbound</Queue>");
        assertThat(outgoing().get(1).body()).contains("operation=\"error\"", "code=\"not-found\"");
        assertThat(outgoing().get(1).replyTo()).isEqualTo("answers");
    }

    @Test
    void interactionsOfOtherPointsShouldNotBeThere() {
        InteractionId theirs = desk.apply(
                        new Delivery(point("other"), "m1", null), Document.read("{\"operation\":\"submit\"}"))
                .born()
                .get(0);
        Fate fate = apply("m1", "{\"operation\":\"stop\",\"id\":\"" + theirs + "\"}");

        assertThat(fate.results().get(0).response().code()).isEqualTo("not-found");
        Interaction stored =
                store.read(tx -> tx.interactions().load("default", theirs)).orElseThrow();
        assertThat(stored.standing().state()).isEqualTo(State.QUEUED);
    }

    @Test
    void anExternalIdShouldBeOnceAtItsPoint() {
        Fate first = apply("m1", "{\"operation\":\"submit\",\"externalId\":\"A-1\"}");
        Fate second = apply("m2", "{\"operation\":\"submit\",\"externalId\":\"A-1\"}");

        assertThat(second.born()).isEmpty();
        assertThat(second.results().get(0).response().reference())
                .isEqualTo(first.results().get(0).response().reference());
    }

    @Test
    void anUnreadableDocumentShouldBeAnsweredOnce() {
        apply("m1", "{\"operation\":");
        Fate again = apply("m1", "{\"operation\":");

        assertThat(again.allApplied()).isFalse();
        assertThat(outgoing()).hasSize(1);
    }

    private Fate apply(String key, String text) {
        return desk.apply(new Delivery(point("crm"), key, new Delivery.Reply("answers", key)), Document.read(text));
    }

    private List<OutgoingRow> outgoing() {
        return store.read(tx -> tx.outgoing().next(PointName.of("crm"), 1000));
    }

    static PointDefaults point(String name) {
        return new PointDefaults(
                PointName.of(name),
                "capture-jms-" + name,
                QueueName.of("inbound"),
                "workitem",
                "Inbound",
                "InboundNew",
                "default",
                Optional.empty(),
                Optional.empty(),
                true,
                Notify.NONE,
                new Places(Place.of("test"), Map.of()));
    }
}
