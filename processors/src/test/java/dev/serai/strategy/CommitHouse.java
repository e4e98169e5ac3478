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
import org.jspecify.annotations.Nullable;

/** Where decisions that send mail to others are written: at most two mails of a thread, at most three to an address. */
final class CommitHouse implements AutoCloseable {
    static final String TENANT = "default";
    static final QueueName INBOUND = QueueName.of("inbound");

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Store store;
    private final Path folder;

    CommitHouse(Path folder) {
        this.folder = folder;
        Path sql = Path.of(System.getProperty("serai.home"), "sql");
        store = Store.on(Database.open(DatabaseSettings.embedded(folder.resolve("data"), sql)));
    }

    static InteractionId newThread() {
        return InteractionId.next(Clock.systemUTC());
    }

    /** Decides on a new mail of a thread. */
    Interaction decided(InteractionId thread, Kind kind, String... to) {
        Interaction claimed = claimed(thread);
        boolean redirect = kind == Kind.REDIRECT;
        OutboundDraft draft = draft(kind, List.of(to));
        Ending ending = redirect ? new Ending.Redirect(List.of(to)) : new Ending.Place(INBOUND);
        Decision decision =
                new Decision(List.of(), Map.of(), null, List.of(draft), List.of(), List.of(), ending, List.of());
        AnswerCaps caps = new AnswerCaps(Duration.ofHours(1), 5, 3, 100, 3, 2, 3);
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

    Interaction load(Interaction one) {
        return store.read(tx -> tx.interactions().load(TENANT, one.id())).orElseThrow();
    }

    List<Interaction> outbound() {
        return store.read(
                tx -> tx.interactions().find(TENANT, InteractionFilter.all().type("Outbound")));
    }

    double counted(Kind kind, String result) {
        return meters.counter("serai.replies", "kind", kind.word(), "result", result)
                .count();
    }

    @Override
    public void close() {
        store.close();
    }

    private static OutboundDraft draft(Kind kind, List<String> to) {
        return new OutboundDraft(
                kind,
                to.stream().map(one -> new Party(null, one)).toList(),
                List.of(),
                List.of(),
                "Fwd: Question",
                "",
                null,
                List.of(),
                null,
                null,
                passing(kind));
    }

    private static @Nullable Passing passing(Kind kind) {
        if (kind == Kind.NOTIFICATION) {
            return null;
        }
        Passing.Form form = kind == Kind.REDIRECT ? Passing.Form.RESENT : Passing.Form.INLINE;
        return new Passing(form, false, true, 1);
    }

    private PreparedOutbound composed(Interaction parent, OutboundDraft draft) {
        Outbox outbox = new Outbox(
                folder.resolve("spool"), Clock.systemUTC(), ThreadTokens.of("0123456789abcdef"), OwnAddresses::only);
        byte[] original = "Subject: Question\r\n\r\nHello\r\n".getBytes(StandardCharsets.US_ASCII);
        return draft.kind() == Kind.REDIRECT
                ? outbox.resend(parent, draft, null, Wishes.NONE, RawSource.of(original))
                : outbox.prepare(parent, draft, null);
    }

    /** Who wrote the mail. */
    private static InteractionId contact(Tx tx) {
        return tx.contacts().obtain(TENANT, "Jo", "jo@example.org").id();
    }

    private Interaction claimed(InteractionId thread) {
        InteractionId id = InteractionId.next(Clock.systemUTC());
        store.writeNow(tx -> {
            Origin origin = new Origin(null, null, null, thread, "email", "Inbound", "InboundNew", tx.now(), tx.now());
            tx.interactions()
                    .insert(new NewInteraction(id, TENANT, origin, Content.none(), contact(tx), null, Map.of()));
            WorkRow row = WorkRow.born(TENANT, id, INBOUND, 0, tx.now());
            tx.work().insert(row.claimed(State.ROUTING, "n1", tx.now().plusSeconds(60), tx.now()));
            return id;
        });
        return store.read(tx -> tx.interactions().load(TENANT, id)).orElseThrow();
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
