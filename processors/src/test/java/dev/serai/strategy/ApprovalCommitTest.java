package dev.serai.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Origin;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.store.Database;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.NewInteraction;
import dev.serai.store.OutboundRow;
import dev.serai.store.OutboundRow.Approval;
import dev.serai.store.Store;
import dev.serai.store.Tx;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was approved is changed between the run that read it and the transaction that lets it leave. */
class ApprovalCommitTest {
    private static final String TENANT = "default";
    private static final Approval APPROVAL =
            new Approval("pat", Instant.parse("2026-11-23T10:00:00Z"), 1, "digest", "support");

    private final AtomicInteger left = new AtomicInteger();

    @TempDir
    private Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.on(
                Database.open(DatabaseSettings.embedded(folder, Path.of(System.getProperty("serai.home"), "sql"))));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatIsApprovedShouldLeaveWhenNothingOfItWasChanged() {
        Interaction claimed = claimed();

        store.writeNow(commit(claimed));

        assertThat(left).hasValue(1);
    }

    @Test
    void aPatchMeanwhileShouldVoidTheApproval() {
        Interaction claimed = claimed();
        store.writeNow(tx -> {
            Interaction now = load(tx, claimed.id());
            tx.interactions().update(now.with(now.content(), Map.of("Account", "other")));
            return true;
        });

        store.writeNow(commit(claimed));

        assertDecidedAnew(claimed.id());
    }

    @Test
    void anEditMeanwhileShouldVoidTheApproval() {
        Interaction claimed = claimed();
        store.writeNow(tx -> {
            OutboundRow row = tx.outbound().load(TENANT, claimed.id()).orElseThrow();
            tx.outbound().edited(TENANT, claimed.id(), row, "lee");
            return true;
        });

        store.writeNow(commit(claimed));

        assertDecidedAnew(claimed.id());
    }

    @Test
    void anotherApprovalMeanwhileShouldNotCountForThisRun() {
        Interaction claimed = claimed();
        store.writeNow(tx -> {
            tx.outbound().approve(TENANT, claimed.id(), new Approval("lee", tx.now(), 1, "another", "support"));
            return true;
        });

        store.writeNow(commit(claimed));

        assertDecidedAnew(claimed.id());
    }

    private void assertDecidedAnew(InteractionId id) {
        Interaction after = store.read(tx -> load(tx, id));
        assertThat(left).hasValue(0);
        assertThat(after.standing().state()).isEqualTo(State.QUEUED);
        assertThat(after.standing().queue()).isEqualTo(QueueName.of("outbound"));
    }

    private DecisionCommit commit(Interaction claimed) {
        Decision decision = new Decision(
                List.of(), Map.of(), null, List.of(), List.of(), List.of(), new Ending.Send(null), List.of());
        return new DecisionCommit(
                claimed,
                decision,
                List.of(),
                new Leaves(left),
                APPROVAL,
                new AnswerCaps(Duration.ofHours(1), 5, 3, 100, 3, 10, 60),
                new ReplyMeters(new SimpleMeterRegistry()),
                By.of("strategy-outbound"));
    }

    private Interaction claimed() {
        InteractionId id = InteractionId.next(Clock.systemUTC());
        store.writeNow(tx -> {
            Origin origin = new Origin(null, null, null, id, "email", "Outbound", "OutboundReply", tx.now(), tx.now());
            tx.interactions().insert(new NewInteraction(id, TENANT, origin, Content.none(), null, null, Map.of()));
            tx.outbound().insert(TENANT, id, "kim", false, null);
            tx.outbound().approve(TENANT, id, APPROVAL);
            WorkRow row = WorkRow.born(TENANT, id, QueueName.of("outbound"), 0, tx.now());
            tx.work().insert(row.claimed(State.ROUTING, "n1", tx.now().plusSeconds(60), tx.now()));
            return id;
        });
        return store.read(tx -> load(tx, id));
    }

    private static Interaction load(Tx tx, InteractionId id) {
        return tx.interactions().load(TENANT, id).orElseThrow();
    }

    /** Counts what is handed over. */
    private record Leaves(AtomicInteger count) implements Outgoing.Leaving {
        @Override
        public void send(Tx tx, WorkRow locked, Interaction outbound, By by) {
            count.incrementAndGet();
        }

        @Override
        public long bytes() {
            return 0;
        }

        @Override
        public void close() {}
    }
}
