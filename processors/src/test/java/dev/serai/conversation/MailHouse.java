package dev.serai.conversation;

import dev.serai.chain.Chains;
import dev.serai.dispatch.Outbox;
import dev.serai.dispatch.PreparedOutbound;
import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.OwnAddresses;
import dev.serai.intake.IntakeStep;
import dev.serai.intake.MailIntake;
import dev.serai.intake.Storm;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.Contact;
import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.Party;
import dev.serai.interaction.Passing;
import dev.serai.interaction.PointName;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.store.Arrival;
import dev.serai.store.Database;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.EventLog.Event;
import dev.serai.store.RawContent;
import dev.serai.store.ReceiveUnit;
import dev.serai.store.Store;
import dev.serai.store.ThreadTable.Move;
import dev.serai.store.ThreadTable.Span;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A store with mailboxes whose mail goes through intake, and an account that answers; nothing runs by itself. */
final class MailHouse implements AutoCloseable {
    static final String TENANT = "default";
    static final PointName SUPPORT = PointName.of("support");
    /** Its mail joins by a token in the subject. */
    static final PointName TOKENS = PointName.of("tokens");
    /** Its mail joins by the words of the subject. */
    static final PointName WORDS = PointName.of("words");

    /** Its mail becomes an interaction for each recipient of ours. */
    static final PointName SPLIT = PointName.of("split");

    private static final AtomicInteger POSITION = new AtomicInteger();

    /** Mails in a thread within an hour that are no storm yet. */
    static final int MOST = 6;
    /** Mails of a sender within an hour that are no storm yet. */
    static final int MOST_OF_SENDER = 12;

    final Store store;
    final ThreadTokens tokens;
    final ThreadSweeper sweeper;
    private final Generation generation;
    private final Outbox outbox;
    private final IntakeStep intake;
    private final OwnAddresses own;

    MailHouse(DatabaseSettings database, Path folder, boolean strangersJoin) {
        store = Store.on(Database.open(database));
        tokens = ThreadTokens.of("0123456789abcdef");
        generation = Generation.of(FileSet.ofTexts(files()));
        own = OwnAddresses.of(generation);
        Joining joining = new Joining(tokens, new Admission(strangersJoin, () -> own));
        sweeper = new ThreadSweeper(store, joining);
        outbox = new Outbox(folder.resolve("spool"), Clock.systemUTC(), tokens, () -> own);
        MailIntake reader = new MailIntake(generation, Chains.forTrial(generation, MailHouse.class.getClassLoader()));
        intake = new IntakeStep(
                store, () -> generation, () -> reader, joining, new Storm(MOST, MOST_OF_SENDER, Duration.ofHours(1)));
    }

    private static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        files.put("config/queues/inbound.yaml", "description: All\nstrategy: true\n");
        files.put("config/transformers.yaml", "inbound: []\n");
        Map.of("support", "never", "tokens", "token", "words", "text", "split", "never")
                .forEach((name, bySubject) ->
                        files.put("routes/capture/capture-mail-" + name + ".camel.yaml", """
                                - route:
                                    id: capture-mail-%1$s
                                    from:
                                      uri: kamelet:mailbox-source
                                      parameters: {name: %1$s, address: "%1$s@example.com", host: localhost,
                                        username: %1$s, secret: "env:X", joinBySubject: %2$s,
                                        splitByRecipient: %3$s}
                                      steps: []
                                """.formatted(
                                        name, bySubject, name.equals("split"))));
        files.put("routes/dispatch/dispatch-smtp-default.camel.yaml", """
                - route:
                    id: dispatch-smtp-default
                    from:
                      uri: direct:dispatch-smtp-default
                      steps:
                        - to: {id: send, uri: "kamelet:smtp-sink", parameters: {host: localhost,
                            from: "Support <support@example.com>"}}
                """);
        return files;
    }

    /** One more, by another clock; calls back whenever it asks who we are. */
    ThreadSweeper sweeper(Supplier<Instant> clock, Runnable asked) {
        Admission admission = new Admission(false, () -> {
            asked.run();
            return own;
        });
        return new ThreadSweeper(store, new Joining(tokens, admission), tx -> clock.get());
    }

    /** Captures a mail and reads it. */
    InteractionId take(Mail mail) {
        return take(SUPPORT, mail);
    }

    InteractionId take(PointName point, Mail mail) {
        InteractionId id = capture(point, mail.bytes());
        store.writeNow(reading(id));
        return id;
    }

    InteractionId capture(PointName point, byte[] raw) {
        Arrival arrival = new Arrival(
                TENANT,
                point,
                "1:" + POSITION.incrementAndGet(),
                RawContent.of(raw),
                QueueName.of("intake"),
                50,
                "email",
                Clock.systemUTC().instant(),
                false,
                null,
                null,
                Content.none(),
                Map.of());
        return store.writeNow(new ReceiveUnit(arrival, Clock.systemUTC())).id();
    }

    /** Claims a captured mail and reads it; to be written. */
    Unit<Boolean> reading(InteractionId id) {
        store.writeNow(tx -> {
            WorkRow row = tx.work().lock(TENANT, id).orElseThrow();
            tx.work().update(row.claimed(State.ROUTING, "test", tx.now().plusSeconds(60), tx.now()));
            return true;
        });
        try {
            return intake.decide(load(id));
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    /** Answers an interaction, or writes a new mail when there is none. */
    InteractionId write(@Nullable InteractionId parent, String to) {
        return write(parent, to, () -> {});
    }

    /** The same, with something that happens between composing and writing. */
    InteractionId write(@Nullable InteractionId parent, String to, Runnable meanwhile) {
        OutboundDraft draft = new OutboundDraft(
                parent == null ? OutboundDraft.Kind.NEW : OutboundDraft.Kind.REPLY,
                List.of(new Party(null, to)),
                List.of(),
                List.of(),
                parent == null ? "Your order" : "",
                "Hello",
                null,
                List.of(),
                null,
                null);
        var account = generation.accounts().get(AccountName.of("default"));
        try (PreparedOutbound mail = outbox.prepare(parent == null ? null : load(parent), draft, account)) {
            meanwhile.run();
            return store.writeNow(tx -> mail.insert(tx, By.of("test")));
        }
    }

    /** Asks somebody outside about a mail. */
    InteractionId invite(InteractionId about, String expert) {
        OutboundDraft draft = new OutboundDraft(
                OutboundDraft.Kind.INVITE,
                List.of(new Party(null, expert)),
                List.of(),
                List.of(),
                "Fwd: Question",
                "What shall we say?",
                null,
                List.of(),
                null,
                null,
                new Passing(Passing.Form.INLINE, false, true, 1));
        var account = generation.accounts().get(AccountName.of("default"));
        try (PreparedOutbound mail = outbox.prepare(load(about), draft, account)) {
            return store.writeNow(tx -> mail.insert(tx, By.of("test")));
        }
    }

    Interaction load(InteractionId id) {
        return store.read(tx -> tx.interactions().load(TENANT, id)).orElseThrow();
    }

    List<InteractionId> members(InteractionId thread) {
        return store.read(tx -> tx.threads().members(TENANT, thread, 100));
    }

    List<Move> moves() {
        return store.read(tx -> tx.threads().moves(new Span(Instant.EPOCH, tx.now())));
    }

    List<String> addresses(InteractionId contact) {
        return store.read(tx -> tx.contacts().addresses(TENANT, contact));
    }

    Optional<Contact> contact(InteractionId id) {
        return store.read(tx -> tx.contacts().load(TENANT, id));
    }

    Optional<Contact> contact(String address) {
        return store.read(tx -> tx.contacts().byAddress(TENANT, address));
    }

    InteractionId thread(InteractionId id) {
        return load(id).origin().threadId();
    }

    String messageId(InteractionId id) {
        return String.valueOf(load(id).content().messageId());
    }

    /** All that the timeline says of threads. */
    String told(InteractionId id) {
        StringBuilder told = new StringBuilder();
        for (Event event : store.read(tx -> tx.events().timeline(TENANT, id))) {
            if (event.data().containsKey("thread")) {
                told.append(event.reason()).append(' ').append(event.data().get("thread"));
            }
        }
        return told.toString();
    }

    @Override
    public void close() {
        store.close();
    }

    /** A mail in the making. */
    record Mail(String head) {
        static Mail from(String from) {
            return new Mail("From: " + from + "\r\nDate: Mon, 23 Nov 2026 10:00:00 +0000\r\n");
        }

        Mail with(String name, String value) {
            return new Mail(head + name + ": " + value + "\r\n");
        }

        Mail id(String id) {
            return with("Message-ID", id);
        }

        Mail to(String to) {
            return with("To", to);
        }

        Mail about(String subject) {
            return with("Subject", subject);
        }

        Mail answering(String messageId) {
            return with("In-Reply-To", messageId);
        }

        Mail after(String... references) {
            return with("References", String.join("\r\n ", references));
        }

        byte[] bytes() {
            return (head + "\r\nHello " + head.hashCode() + "\r\n").getBytes(StandardCharsets.UTF_8);
        }
    }

    List<Event> events(InteractionId id) {
        return store.read(tx -> tx.events().timeline(TENANT, id));
    }
}
