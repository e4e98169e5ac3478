package dev.serai.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.serai.operation.Code;
import dev.serai.operation.RefusedException;
import dev.serai.store.Database;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.EventLog.Event;
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
    void aRefusedOperationShouldBeAnEventOfItsPointOnce() {
        String text = "[{'operation': 'ping'}, {'operation': 'stop', 'externalId': 'unknown'}]".replace('\'', '"');
        apply("m1", text);
        apply("m1", text);

        List<Event> events = store.read(tx -> tx.events().timeline("default", "point:crm"));
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("serai.capture.refused");
            assertThat(event.data()).containsEntry("code", "not-found").containsEntry("delivery", "m1#2");
        });
    }

    @Test
    void whoeverHandsADocumentOverShouldBeTheActorBesideThePoint() {
        Delivery handed = new Delivery(point("crm"), "m1", "anna", null);
        List<InteractionId> born = List.of(
                desk.apply(handed, Document.read("{\"operation\":\"submit\"}"))
                        .born()
                        .get(0),
                apply("m2", "{\"operation\":\"submit\"}").born().get(0));

        List<Event> events = born.stream()
                .map(id -> store.read(tx -> tx.events().timeline("default", id)).get(0))
                .toList();
        assertThat(events).extracting(Event::actor).containsExactly("anna", "point:crm");
        assertThat(events).extracting(event -> event.data().get("point")).containsExactly("crm", null);
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

    @Test
    void infoShouldTellAllOfAHeldAndOfAStoppedOne() {
        apply("m1", """
                [{"operation": "submit", "externalId": "A-1", "properties": {"subject": "Order", "from": "jo@example.org",
                  "tier": "gold", "serviceType": "sales"}},
                 {"operation": "hold", "externalId": "A-1", "properties": {"until": "2099-01-01T00:00:00Z"}}]""");
        String held = apply("m2", "{\"operation\":\"getinfo\",\"externalId\":\"A-1\"}")
                .answer();
        apply("m3", "{\"operation\":\"stop\",\"externalId\":\"A-1\"}");
        String stopped =
                apply("m4", "<i operation='getinfo' ExternalId='A-1'/>").answer();

        assertThat(held)
                .contains("\"state\":\"held\"", "\"heldUntil\":\"2099-01-01T00:00:00Z\"", "\"subject\":\"Order\"")
                .contains("\"serviceType\":\"sales\"", "\"userData\":{\"tier\":\"gold\"}");
        assertThat(stopped)
                .contains("<InteractionState>stopped</InteractionState>", "<StopReason>cancelled</StopReason>")
                .contains("<From>jo@example.org</From>", "<tier>gold</tier>");
    }

    @Test
    void anotherDocumentUnderTheSameKeyShouldDoNothing() {
        apply("m1", "{\"operation\":\"submit\",\"externalId\":\"A-1\"}");

        assertThatThrownBy(() -> apply("m1", "{\"operation\":\"submit\",\"externalId\":\"A-2\"}"))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        reused -> assertThat(reused.refusal().code()).isEqualTo(Code.IDEMPOTENCY_KEY_REUSED));
        assertThat(outgoing()).hasSize(1);
    }

    @Test
    void whatTheDatabaseRefusesShouldBeRefusedAloneAndForGood() {
        String text = "[{\"operation\":\"submit\",\"externalId\":\"A-1\"},"
                + "{\"operation\":\"submit\",\"externalId\":\"A-2\",\"properties\":{\"language\":\"de-abcdefgh-"
                + "bcdefghi-cdefghij-defghijk\"}},{\"operation\":\"submit\",\"externalId\":\"A-3\"}]";
        Fate first = apply("m1", text);
        Fate again = apply("m1", text);

        assertThat(first.born()).hasSize(2);
        assertThat(first.reasons()).singleElement().asString().contains("operation 2: it cannot be stored");
        assertThat(again.answer()).isEqualTo(first.answer());
    }

    @Test
    void anotherTenantThanThePointsShouldBeRefused() {
        Fate fate = apply("m1", """
                <a><i operation='submit' ExternalId='A-1'><properties><TenantId>default</TenantId></properties></i>
                <i operation='submit' ExternalId='A-2'><properties><TenantId>acme</TenantId></properties></i>
                <i operation='getinfo' ExternalId='A-1'><properties><TenantId>acme</TenantId></properties></i></a>""");

        assertThat(fate.reasons())
                .hasSize(2)
                .allSatisfy(reason -> assertThat(reason).contains("not of the tenant 'acme'"));
        assertThat(fate.born()).hasSize(1);
    }

    @Test
    void aParentOfAnotherPointShouldBeAsIfItWereNotThere() {
        Document one = Document.read("{\"operation\":\"submit\"}");
        InteractionId theirs =
                desk.apply(new Delivery(point("other"), "m1", null), one).born().get(0);
        InteractionId own =
                desk.apply(new Delivery(point("crm"), "m2", null), one).born().get(0);
        String nobody = "0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";
        String child = "{'operation': 'submit', 'properties': {'parentId': '%s'}}".replace('\'', '"');

        assertThat(apply("m3", child.formatted(own)).born()).hasSize(1);
        String foreign = apply("m4", child.formatted(theirs)).reasons().get(0);
        String unknown = apply("m5", child.formatted(nobody)).reasons().get(0);
        assertThat(foreign.replace(theirs.value(), nobody)).isEqualTo(unknown).contains("no interaction");
    }

    @Test
    void whatIsToldShouldBeBoundedForEachAndForAll() {
        String text = "x".repeat(100_000);
        apply("m1", "{\"operation\":\"submit\",\"externalId\":\"A-1\",\"properties\":{\"text\":\"" + text + "\"}}");
        apply(
                "m2",
                "{\"operation\":\"submit\",\"externalId\":\"A-2\",\"properties\":{\"huge\":\"" + text.repeat(6)
                        + "\"}}");
        Fate fate = apply(
                "m3",
                "[" + "{\"operation\":\"getinfo\",\"externalId\":\"A-1\"},".repeat(600)
                        + "{\"operation\":\"getinfo\",\"externalId\":\"A-2\"},{\"operation\":\"ping\"}]");

        assertThat(fate.results().get(0).response().properties())
                .containsEntry("textLength", 100_000)
                .containsEntry("text", text.substring(0, 20_000));
        assertThat(fate.answer().length()).isBetween(10_000_000, 11_000_000);
        assertThat(fate.results().get(599).response().code()).isEqualTo("too-large");
        assertThat(fate.reasons().get(fate.reasons().size() - 1)).contains("expected at most 500000");
        assertThat(fate.results().get(601).response().operation()).isEqualTo("pong");
        assertThat(outgoing(400)).hasSizeBetween(100, 220);
    }

    private List<OutgoingRow> outgoing(int limit) {
        return store.read(tx -> tx.outgoing().next(PointName.of("crm"), limit));
    }

    private Fate apply(String key, String text) {
        return desk.apply(new Delivery(point("crm"), key, new Delivery.Reply("answers", key)), Document.read(text));
    }

    private List<OutgoingRow> outgoing() {
        return outgoing(1000);
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
