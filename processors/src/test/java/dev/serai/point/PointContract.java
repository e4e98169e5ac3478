package dev.serai.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.document.Document;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.PointName;
import dev.serai.interaction.State;
import dev.serai.store.EventLog.Event;
import dev.serai.store.InteractionFilter;
import dev.serai.store.Store;
import dev.serai.testing.Postgres;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every kind of capture point does alike, with a whole hub on PostgreSQL: a class per kind brings its own way to
 * send and to collect answers. One hub serves all tests of a class, so each names its interactions by ids of its own.
 */
@org.junit.jupiter.api.TestInstance(Lifecycle.PER_CLASS)
public abstract class PointContract {
    /** The point of all tests. */
    protected static final String POINT = "orders";

    private static final String TENANT = "default";
    private static final Generation SHIPPED = Generation.load(Home.of(TestInstance.checkout()));

    @SuppressWarnings("NullAway.Init") // set before the first test
    private Hub hub;

    /** How the kind's routes begin: jms, file, rest. */
    protected abstract String kind();

    /** Further parameters of the point, such as `folder: /tmp/x`. */
    protected List<String> parameters() {
        return List.of();
    }

    /** Settings that the kind needs. */
    protected void prepare(TestInstance instance) {}

    /** The hub runs. */
    protected void started(Hub running) throws Exception {}

    /** The tests are over, the hub still runs. */
    protected void ending() throws Exception {}

    /** Sends a document, as a delivery of its own. */
    protected abstract void send(String document) throws Exception;

    /** Sends a document twice as one delivery: whatever tells the kind that it comes again is the same. */
    protected abstract void deliverTwice(String document) throws Exception;

    /** Everything that was answered until now, in order, a text for each document. */
    protected abstract List<String> answers() throws Exception;

    @BeforeAll
    void startHub(@TempDir Path folder) throws Exception {
        TestInstance instance = new TestInstance(folder)
                .on(Postgres.shared().createDatabase())
                .file("routes/capture/capture-" + kind() + "-" + POINT + ".camel.yaml", route());
        prepare(instance);
        hub = instance.start();
        started(hub);
    }

    @AfterAll
    void stopHub() throws Exception {
        try {
            ending();
        } finally {
            hub.close();
        }
    }

    @Test
    void operationsInJsonShouldBeAppliedInOrderAndAnsweredInJson() throws Exception {
        send("""
                [{"operation": "submit", "externalId": "J-1", "properties": {"subject": "Order 7", "tier": "gold"}},
                 {"operation": "update", "externalId": "J-1", "properties": {"priority": 71, "tier": null, "order": "7"}},
                 {"operation": "hold", "externalId": "J-1", "properties": {"reason": "no stock"}},
                 {"operation": "getinfo", "externalId": "J-1"},
                 {"operation": "resume", "externalId": "J-1"},
                 {"operation": "ping"},
                 {"operation": "stop", "externalId": "J-1", "properties": {"reason": "spam"}}]""");

        awaitAnswers("\"operation\":\"stopped\"", "\"externalId\":\"J-1\"");
        String all = String.join("\n", answers());
        assertThat(all)
                .contains("\"operation\":\"pong\"")
                .contains("\"changed\":{\"priority\":71,\"order\":\"7\"},\"deleted\":[\"tier\"]");
        Interaction stored = byExternalId("J-1");
        assertThat(stored.standing().state()).isEqualTo(State.STOPPED);
        assertThat(stored.standing().stopReason()).isEqualTo("spam");
        assertThat(events(stored))
                .containsSubsequence(
                        "serai.interaction.submitted",
                        "serai.interaction.changed",
                        "serai.interaction.held",
                        "serai.interaction.resumed",
                        "serai.interaction.stopped");
    }

    @Test
    void operationsInXmlShouldBeAppliedInOrderAndAnsweredInXml() throws Exception {
        send("""
                <?xml version="1.0" encoding="UTF-8"?>
                <orders>
                  <interaction operation="submit" ExternalId="X-1"><properties><Subject>Order 8</Subject>
                    <ReceivedAt>2026-11-20 10:00:00</ReceivedAt><Tier>gold</Tier></properties></interaction>
                  <interaction operation="update" ExternalId="X-1"><properties><Priority>72</Priority></properties>
                    <deleted><Tier/></deleted></interaction>
                  <interaction operation="getinfo" ExternalId="X-1"/>
                  <interaction operation="stop" ExternalId="X-1"/>
                </orders>""");

        awaitAnswers("operation=\"stopped\"", "ExternalId=\"X-1\"");
        assertThat(String.join("\n", answers()))
                .contains("<changed><Priority>72</Priority></changed><deleted><Tier></Tier></deleted>")
                .contains("<ReceivedAt>2026-11-20 10:00:00</ReceivedAt>")
                .contains("<StopReason>cancelled</StopReason>");
    }

    @Test
    void whatADocumentDoesNotSayShouldComeFromThePoint() throws Exception {
        send("[{\"operation\":\"submit\",\"externalId\":\"D-1\"},"
                + "{\"operation\":\"submit\",\"externalId\":\"D-2\",\"properties\":{\"queue\":\"general\","
                + "\"mediaType\":\"chat\",\"priority\":9}}]");

        awaitAnswers("\"D-2\"");
        Interaction plain = byExternalId("D-1");
        Interaction own = byExternalId("D-2");
        assertThat(plain.standing().queue()).hasToString("billing");
        assertThat(plain.origin().mediaType()).isEqualTo("order");
        assertThat(plain.standing().priority()).isEqualTo(40);
        assertThat(own.standing().queue()).hasToString("general");
        assertThat(own.origin().mediaType()).isEqualTo("chat");
        assertThat(own.standing().priority()).isEqualTo(9);
    }

    @Test
    void theSameExternalIdShouldBeOneInteraction() throws Exception {
        send("{\"operation\":\"submit\",\"externalId\":\"E-1\"}");
        awaitAnswers("\"E-1\"");
        InteractionId first = byExternalId("E-1").id();
        send("{\"operation\":\"submit\",\"externalId\":\"E-1\",\"properties\":{\"subject\":\"again\"}}");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(answersWith("\"E-1\"")).hasSize(2));
        assertThat(answersWith("\"E-1\"")).allMatch(answer -> answer.contains(first.value()));
        assertThat(named("E-1")).isEqualTo(1);
    }

    @Test
    void aDeliveryThatComesAgainShouldDoNothingMore() throws Exception {
        deliverTwice("[{\"operation\":\"submit\",\"properties\":{\"subject\":\"only once\"}},"
                + "{\"operation\":\"submit\",\"externalId\":\"R-1\"}]");

        awaitAnswers("\"R-1\"");
        assertThat(withSubject("only once")).isEqualTo(1);
    }

    @Test
    void aRefusedOperationShouldNotKeepTheOthersFromBeingDone() throws Exception {
        send("[{\"operation\":\"submit\",\"externalId\":\"M-1\"},"
                + "{\"operation\":\"hold\",\"externalId\":\"nobody\"},"
                + "{\"operation\":\"submit\",\"externalId\":\"M-2\",\"properties\":{\"priority\":101}},"
                + "{\"operation\":\"explode\",\"externalId\":\"M-3\"},"
                + "{\"operation\":\"submit\",\"externalId\":\"M-4\"}]");

        awaitAnswers("\"M-4\"");
        assertThat(answersWith("not-found")).anyMatch(answer -> answer.contains("\"nobody\""));
        assertThat(answersWith("\"M-2\"")).singleElement().asString().contains("error", "101");
        assertThat(answersWith("\"M-3\"")).singleElement().asString().contains("error", "explode");
        assertThat(named("M-1") + named("M-4")).isEqualTo(2);
        assertThat(named("M-2")).isZero();
    }

    @Test
    void aDocumentThatCannotBeReadShouldBeAnsweredWithTheReason() throws Exception {
        send("<orders><interaction operation='submit' ExternalId='U-1'></orders>");

        awaitAnswers("operation=\"error\"", "code=\"invalid-request\"", "line 1, column");
        assertThat(named("U-1")).isZero();
    }

    @Test
    void anInteractionOfAnotherPointShouldNotBeThere() throws Exception {
        InteractionId theirs = new PointDesk(store(), () -> SHIPPED, Clock.systemUTC())
                .apply(
                        new Delivery(DeskContract.point("other"), null, null),
                        Document.read("{\"operation\":\"submit\"}"))
                .born()
                .get(0);
        send("{\"operation\":\"stop\",\"id\":\"" + theirs + "\"}");

        awaitAnswers("not-found", theirs.value());
        assertThat(load(theirs).standing().state()).isNotEqualTo(State.STOPPED);
    }

    @Test
    void eachOfAThousandOperationsShouldBeDoneOnce() throws Exception {
        String thousand = IntStream.rangeClosed(1, 1000)
                .mapToObj(n -> "{\"operation\":\"submit\"," + (n % 2 == 0 ? "\"externalId\":\"K-" + n + "\"," : "")
                        + "\"properties\":{\"subject\":\"thousand\"}}")
                .collect(Collectors.joining(",", "[", "]"));
        deliverTwice(thousand);

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            String all = String.join("\n", answers());
            assertThat(IntStream.rangeClosed(1, 1000).filter(n -> n % 2 == 0 && !all.contains("\"K-" + n + "\"")))
                    .isEmpty();
        });
        assertThat(withSubject("thousand")).isEqualTo(1000);
    }

    /** Waits until one answer contains all of these. */
    protected final void awaitAnswers(String... pieces) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(answersWith(pieces)).isNotEmpty());
    }

    /** The answers that contain all of these. */
    protected final List<String> answersWith(String... pieces) throws Exception {
        return answers().stream()
                .filter(answer -> Arrays.stream(pieces).allMatch(answer::contains))
                .toList();
    }

    /** The hub's store. */
    protected final Store store() {
        return hub.store();
    }

    /** The port that the hub answers at. */
    protected final int port() {
        return hub.httpPort();
    }

    protected final Interaction byExternalId(String externalId) {
        return find(externalId).map(this::load).orElseThrow();
    }

    private Optional<InteractionId> find(String externalId) {
        return store().read(tx -> tx.interactions().byExternalId(TENANT, PointName.of(POINT), externalId));
    }

    private int named(String externalId) {
        return find(externalId).isPresent() ? 1 : 0;
    }

    private Interaction load(InteractionId id) {
        return store().read(tx -> tx.interactions().load(TENANT, id)).orElseThrow();
    }

    private long withSubject(String subject) {
        long number = 0;
        String last = "g";
        for (List<Interaction> page = page(subject, last); !page.isEmpty(); page = page(subject, last)) {
            number += page.size();
            last = page.get(page.size() - 1).id().value();
        }
        return number;
    }

    private List<Interaction> page(String subject, String last) {
        InteractionFilter filter =
                InteractionFilter.all().subjectContains(subject).olderThan(last);
        return store().read(tx -> tx.interactions().find(TENANT, filter.limit(1000)));
    }

    private List<String> events(Interaction interaction) {
        return store().read(tx -> tx.events().timeline(TENANT, interaction.id())).stream()
                .map(Event::type)
                .toList();
    }

    private String route() {
        String more =
                parameters().stream().map(line -> "        " + line + "\n").collect(Collectors.joining());
        return """
                - route:
                    id: capture-%1$s-%2$s
                    description: The test's point
                    from:
                      uri: kamelet:%1$s-capture-source
                      parameters:
                        name: %2$s
                        queue: billing
                        mediaType: order
                        priority: 40
                """.formatted(kind(), POINT) + more + """
                      steps:
                        - log: {id: captured, message: "captured ${header.SeraiInteractionId}", loggingLevel: DEBUG}
                """;
    }
}
