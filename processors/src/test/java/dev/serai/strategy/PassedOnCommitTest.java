package dev.serai.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.conversation.ThreadTokens;
import dev.serai.dispatch.Outbox;
import dev.serai.dispatch.PreparedOutbound;
import dev.serai.dispatch.Wishes;
import dev.serai.files.OwnAddresses;
import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Origin;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.OutboundDraft.Kind;
import dev.serai.interaction.Party;
import dev.serai.interaction.Passing;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.mime.RawSource;
import dev.serai.store.Database;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.InteractionFilter;
import dev.serai.store.NewInteraction;
import dev.serai.store.QuarantineTable;
import dev.serai.store.Store;
import dev.serai.store.Tx;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decisions that pass mail on, as they are written. */
class PassedOnCommitTest {
    private static final String TENANT = "default";
    private static final QueueName INBOUND = QueueName.of("inbound");

    @TempDir
    private Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Store store;
    private InteractionId thread;

    @BeforeEach
    void open() {
        Path sql = Path.of(System.getProperty("serai.home"), "sql");
        store = Store.on(Database.open(DatabaseSettings.embedded(folder.resolve("data"), sql)));
        thread = InteractionId.next(Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aRedirectShouldStopTheOriginalInTheTransactionThatStoresTheCopy() {
        Interaction mail = decided(Kind.REDIRECT);

        assertThat(load(mail).standing().stopReason()).isEqualTo("redirected");
        assertThat(outbound()).singleElement().satisfies(one -> {
            assertThat(one.origin().subtype()).isEqualTo("OutboundRedirect");
            assertThat(one.origin().parentId()).isEqualTo(mail.id());
            assertThat(one.content().to()).containsExactly(new Party(null, "ed@partner.example"));
        });
    }

    @Test
    void p59_aThreadThatIsForwardedTooOftenShouldBeForwardedNoMore() {
        decided(Kind.FORWARD);
        decided(Kind.INVITE);

        Interaction third = decided(Kind.FORWARD);

        assertThat(outbound()).hasSize(2);
        assertThat(load(third).standing().queue()).isEqualTo(INBOUND);
        assertThat(meters.counter("serai.replies", "kind", "forward", "result", "suppressed-cap-forward")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void p59_aRedirectThatNobodyGetsShouldBePutAsideAndNeverStopped() {
        decided(Kind.FORWARD);
        decided(Kind.FORWARD);

        Interaction third = decided(Kind.REDIRECT);

        assertThat(load(third).standing().state()).isEqualTo(State.QUARANTINED);
        List<QuarantineTable.Case> aside = store.read(tx -> tx.quarantine().list(10));
        assertThat(aside)
                .singleElement()
                .satisfies(one -> assertThat(one.toString())
                        .contains("redirect-loop", "not redirected: of this thread 2 mails were passed on"));
    }

    /** Decides on a mail of the thread. */
    private Interaction decided(Kind kind) {
        Interaction claimed = claimed();
        boolean redirect = kind == Kind.REDIRECT;
        Passing.Form form = redirect ? Passing.Form.RESENT : Passing.Form.INLINE;
        OutboundDraft draft = new OutboundDraft(
                kind,
                List.of(new Party(null, "ed@partner.example")),
                List.of(),
                List.of(),
                "Fwd: Question",
                "",
                null,
                List.of(),
                null,
                null,
                new Passing(form, false, true, 1));
        Ending ending = redirect ? new Ending.Redirect(List.of("ed@partner.example")) : new Ending.Place(INBOUND);
        Decision decision =
                new Decision(List.of(), Map.of(), null, List.of(draft), List.of(), List.of(), ending, List.of());
        AnswerCaps caps = new AnswerCaps(Duration.ofHours(1), 5, 3, 100, 3, 2);
        try (DecisionCommit commit = new DecisionCommit(
                claimed,
                decision,
                List.of(new Mail(composed(claimed, draft))),
                null,
                null,
                caps,
                new ReplyMeters(meters),
                By.of("strategy-inbound"))) {
            assertThat(store.writeNow(commit)).isTrue();
            commit.committed();
        }
        return claimed;
    }

    private PreparedOutbound composed(Interaction parent, OutboundDraft draft) {
        Outbox outbox = new Outbox(
                folder.resolve("spool"), Clock.systemUTC(), ThreadTokens.of("0123456789abcdef"), OwnAddresses::only);
        byte[] original = "Subject: Question\r\n\r\nHello\r\n".getBytes(StandardCharsets.US_ASCII);
        return draft.kind() == Kind.REDIRECT
                ? outbox.resend(parent, draft, null, Wishes.NONE, RawSource.of(original))
                : outbox.prepare(parent, draft, null);
    }

    private Interaction claimed() {
        InteractionId id = InteractionId.next(Clock.systemUTC());
        store.writeNow(tx -> {
            Origin origin = new Origin(null, null, null, thread, "email", "Inbound", "InboundNew", tx.now(), tx.now());
            tx.interactions().insert(new NewInteraction(id, TENANT, origin, Content.none(), null, null, Map.of()));
            WorkRow row = WorkRow.born(TENANT, id, INBOUND, 0, tx.now());
            tx.work().insert(row.claimed(State.ROUTING, "n1", tx.now().plusSeconds(60), tx.now()));
            return id;
        });
        return store.read(tx -> tx.interactions().load(TENANT, id)).orElseThrow();
    }

    private Interaction load(Interaction one) {
        return store.read(tx -> tx.interactions().load(TENANT, one.id())).orElseThrow();
    }

    private List<Interaction> outbound() {
        return store.read(
                tx -> tx.interactions().find(TENANT, InteractionFilter.all().type("Outbound")));
    }

    private record Mail(PreparedOutbound mail) implements Outgoing.Prepared {
        @Override
        public void insert(Tx tx, By by) {
            mail.insert(tx, by);
        }

        @Override
        public long bytes() {
            return mail.bytes();
        }

        @Override
        public void close() {
            mail.close();
        }
    }
}
