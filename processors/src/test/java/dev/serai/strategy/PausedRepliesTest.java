package dev.serai.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Origin;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.Party;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.store.Database;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.EventLog.Event;
import dev.serai.store.NewInteraction;
import dev.serai.store.ReplyPause;
import dev.serai.store.Store;
import dev.serai.store.Tx;
import dev.serai.store.Undeliverable;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an acknowledgement that a strategy wanted. */
class PausedRepliesTest {
    private static final String TENANT = "default";
    private static final QueueName BILLING = QueueName.of("billing");
    private static final By STRATEGY = By.of("strategy-inbound");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<By> born = new ArrayList<>();

    @TempDir
    private Path folder;

    private Store store;

    @BeforeEach
    void open() {
        Path sql = Path.of(System.getProperty("serai.home"), "sql");
        store = Store.on(Database.open(DatabaseSettings.embedded(folder, sql)));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anAcknowledgementShouldBeMadeAndCounted() {
        Interaction mail = decided();

        assertThat(born).hasSize(1);
        assertThat(told(mail, "replies").get(0))
                .containsEntry("response", "ack")
                .doesNotContainValue("null");
        assertThat(counted("accepted")).isEqualTo(1);
    }

    @Test
    void itShouldBeLeftOutWithTheReasonWhileRepliesArePaused() {
        pause();

        Interaction mail = decided();

        assertThat(born).isEmpty();
        assertThat(told(mail, "suppressed").get(0))
                .containsEntry("reason", "paused")
                .containsEntry("to", "jo@example.org")
                .hasEntrySatisfying(
                        "because",
                        because -> assertThat(because).asString().startsWith("automatic replies are paused since 2"));
        assertThat(event(mail)).doesNotContainKey("replies");
        assertThat(counted("suppressed-paused")).isEqualTo(1);
        assertThat(load(mail.id()).standing().queue()).isEqualTo(BILLING);
    }

    @Test
    void whatWasLeftOutShouldStaySoWhenItIsResumed() {
        pause();
        decided();
        store.writeNow(tx -> {
            ReplyPause.end(tx);
            return true;
        });

        decided();

        assertThat(born).hasSize(1);
        assertThat(counted("accepted")).isEqualTo(1);
    }

    @Test
    void p60_aCapShouldBeCountedAndToldByItsReason() {
        for (int i = 0; i < 5; i++) {
            decided();
        }

        Interaction sixth = decided();

        assertThat(born).hasSize(5);
        assertThat(told(sixth, "suppressed").get(0)).containsEntry("reason", "cap-address");
        assertThat(counted("suppressed-cap-address")).isEqualTo(1);
    }

    @Test
    void nothingShouldBeAnsweredByItselfToAnAddressThatBouncedForEver() {
        undeliverable(true);

        Interaction mail = decided();

        assertThat(born).isEmpty();
        assertThat(told(mail, "suppressed").get(0))
                .containsEntry("reason", "undeliverable")
                .hasEntrySatisfying(
                        "because", because -> assertThat(because).asString().endsWith(": 5.1.1 unknown"));
    }

    @Test
    void anAddressThatBouncedForOnceShouldStillBeAnswered() {
        undeliverable(false);

        decided();

        assertThat(born).hasSize(1);
    }

    private void undeliverable(boolean hard) {
        InteractionId report = InteractionId.next(Clock.systemUTC());
        store.writeNow(tx -> tx.undeliverable()
                .add(TENANT, Undeliverable.first("jo@example.org", hard, tx.now(), "5.1.1", "unknown", false, report)));
    }

    private void pause() {
        store.writeNow(tx -> {
            ReplyPause.begin(tx);
            return true;
        });
    }

    private Interaction decided() {
        Interaction claimed = claimed();
        OutboundDraft draft = new OutboundDraft(
                OutboundDraft.Kind.ACKNOWLEDGEMENT,
                List.of(new Party(null, "jo@example.org")),
                List.of(),
                List.of(),
                "Got it",
                "ok",
                null,
                List.of(),
                "ack",
                null);
        Decision decision = new Decision(
                List.of(), Map.of(), null, List.of(draft), List.of(), List.of(), new Ending.Place(BILLING), List.of());
        AnswerCaps caps = new AnswerCaps(Duration.ofHours(1), 5, 3, 100, 3, 10, 60);
        DecisionCommit commit = new DecisionCommit(
                claimed, decision, List.of(new Mail()), null, null, caps, new ReplyMeters(meters), STRATEGY);
        assertThat(store.writeNow(commit)).isTrue();
        commit.committed();
        return claimed;
    }

    /** Notes that it was stored. */
    private final class Mail implements Outgoing.Prepared {
        @Override
        public void insert(Tx tx, By by) {
            born.add(by);
        }

        @Override
        public long bytes() {
            return 1;
        }

        @Override
        public void close() {}
    }

    private Interaction claimed() {
        InteractionId id = InteractionId.next(Clock.systemUTC());
        store.writeNow(tx -> {
            Origin origin = new Origin(null, null, null, id, "email", "Inbound", "InboundNew", tx.now(), tx.now());
            tx.interactions().insert(new NewInteraction(id, TENANT, origin, Content.none(), null, null, Map.of()));
            WorkRow row = WorkRow.born(TENANT, id, QueueName.of("inbound"), 0, tx.now());
            tx.work().insert(row.claimed(State.ROUTING, "n1", tx.now().plusSeconds(60), tx.now()));
            return id;
        });
        return load(id);
    }

    private Interaction load(InteractionId id) {
        return store.read(tx -> tx.interactions().load(TENANT, id)).orElseThrow();
    }

    private Map<String, Object> event(Interaction mail) {
        return store.read(tx -> tx.events().timeline(TENANT, mail.id())).stream()
                .filter(event -> event.type().equals("serai.interaction.decided"))
                .map(Event::data)
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked") // what an event tells of replies is a list of objects
    private List<Map<String, Object>> told(Interaction mail, String key) {
        return (List<Map<String, Object>>) event(mail).get(key);
    }

    private double counted(String result) {
        return meters.counter("serai.replies", "kind", "acknowledgement", "result", result)
                .count();
    }
}
