package dev.serai.app;

import dev.serai.conversation.ThreadTokens;
import dev.serai.dispatch.Departure;
import dev.serai.dispatch.Outbox;
import dev.serai.dispatch.PreparedOutbound;
import dev.serai.files.AccountDefinition;
import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.OwnAddresses;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.Party;
import dev.serai.store.Database;
import dev.serai.store.PostgresSettings;
import dev.serai.store.Roles;
import dev.serai.store.Sequencer;
import dev.serai.store.Store;
import dev.serai.store.WorkChange.By;
import dev.serai.testing.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Composes mails and hands them over to an account of an instance, as a reply and its strategy do; no hub needs to run. */
public final class WaitingMails {
    private static final By TEST = By.of("test");
    private static final AccountName DEFAULT = AccountName.of("default");
    private static final int AT_ONCE = 1000;

    private final Path instance;
    private final String text;
    private final Outbox outbox;
    private final AccountDefinition account;

    /** For the account `default`. */
    public WaitingMails(Path instance, int octets) throws IOException {
        this(instance, octets, DEFAULT);
    }

    /** @param octets of each mail, roughly */
    public WaitingMails(Path instance, int octets, AccountName account) throws IOException {
        this.instance = instance;
        this.text = "All work and no play makes a dull mail, line after line. "
                .repeat(octets / 57 + 1)
                .substring(0, Math.max(1, octets - 500))
                .replaceAll("(.{57})", "$1\n");
        String file = "routes/dispatch/dispatch-smtp-" + account + ".camel.yaml";
        Generation files = Generation.of(FileSet.ofTexts(Map.of(
                file,
                Files.readString(instance.resolve(file)),
                "routes/kamelets/smtp-sink.kamelet.yaml",
                Files.readString(TestInstance.checkout().resolve("routes/kamelets/smtp-sink.kamelet.yaml")))));
        this.account = Objects.requireNonNull(files.accounts().get(account));
        this.outbox = new Outbox(
                instance.resolve("spool"),
                Clock.systemUTC(),
                ThreadTokens.of("0123456789abcdef"),
                () -> OwnAddresses.of(files));
    }

    /** So many, durable when it returns. */
    public void write(Postgres.Database database, int count) {
        try (Store store = open(database)) {
            write(store, count);
        }
    }

    /** As {@link #write}, with events that readers have seen: no hub has to number them before those of its own. */
    public void writeSeen(Postgres.Database database, int count) {
        try (Store store = open(database)) {
            write(store, count);
            Roles roles = new Roles(store, "waiting-mails");
            new Sequencer(store, roles).pass();
            roles.release("event-sequencer");
        }
    }

    /** One more, durable when it returns. */
    public InteractionId writeOne(Postgres.Database database) {
        try (Store store = open(database)) {
            return compose(store, 0).join();
        }
    }

    private static Store open(Postgres.Database database) {
        return Store.on(Database.open(PostgresSettings.of(database, 4)));
    }

    private void write(Store store, int count) {
        List<CompletableFuture<?>> written = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            written.add(compose(store, number));
            if (written.size() == AT_ONCE) {
                written.forEach(CompletableFuture::join);
                written.clear();
            }
        }
        written.forEach(CompletableFuture::join);
    }

    private CompletableFuture<InteractionId> compose(Store store, int number) {
        PreparedOutbound mail = outbox.prepare(null, draft(number), account);
        return store.write(tx -> {
                    InteractionId id = mail.insert(tx, TEST);
                    Interaction outbound = tx.interactions().load("default", id).orElseThrow();
                    var unused = outbox.send(
                            tx, tx.work().lock("default", id).orElseThrow(), outbound, account, Departure.PLAIN, TEST);
                    return id;
                })
                .whenComplete((id, failure) -> mail.close());
    }

    private OutboundDraft draft(int number) {
        return new OutboundDraft(
                OutboundDraft.Kind.NEW,
                List.of(new Party(null, "customer-" + number + "@customer.example")),
                List.of(),
                List.of(),
                "Your question number " + number,
                text,
                null,
                List.of(),
                null,
                null);
    }
}
