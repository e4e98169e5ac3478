package dev.serai.dispatch;

import dev.serai.chain.Chains;
import dev.serai.conversation.ThreadTokens;
import dev.serai.files.AccountDefinition;
import dev.serai.files.CamelResource;
import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.OwnAddresses;
import dev.serai.intake.StoredMail;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.Party;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.oauth2.Tokens;
import dev.serai.operation.RetryDispatch;
import dev.serai.operation.Target;
import dev.serai.response.Field;
import dev.serai.response.ResponseContext;
import dev.serai.response.SheetBook;
import dev.serai.store.Database;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.DispatchRow;
import dev.serai.store.EventLog.Event;
import dev.serai.store.NewInteraction;
import dev.serai.store.Store;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import dev.serai.transform.ChainListener;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;

/** A store, an outbox and a dispatcher over the shipped kamelet, with one account named test. */
final class DispatchHouse implements AutoCloseable {
    static final AccountName ACCOUNT = AccountName.of("test");

    private static final Path CHECKOUT = Path.of(System.getProperty("serai.home"));
    static final ThreadTokens TOKENS = ThreadTokens.of("0123456789abcdef");
    private static final By TEST = By.of("test");

    final Store store;
    final Outbox outbox;
    final Path folder;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Clock clock = Clock.systemUTC();
    private final List<Runnable> parts = new ArrayList<>();
    private final Map<String, String> more = new TreeMap<>();
    private String transformers = "outbound: []\n";
    private @Nullable OneExit exit;
    private Generation generation = Generation.of(FileSet.ofTexts(Map.of()));

    DispatchHouse(Path folder) {
        this(folder, DatabaseSettings.embedded(folder.resolve("data"), CHECKOUT.resolve("sql")));
    }

    /** A house whose time is put forward. */
    DispatchHouse(Path folder, SimulatedTime time) {
        this(folder, time.database(folder));
        clock = time;
    }

    void passTime(Duration time) {
        ((SimulatedTime) clock).pass(time);
    }

    DispatchHouse(Path folder, DatabaseSettings database) {
        this.folder = folder;
        store = Store.on(Database.open(database));
        outbox = new Outbox(folder.resolve("spool"), Clock.systemUTC(), TOKENS, () -> OwnAddresses.of(generation));
    }

    /** Defines the account by the parameters of its sink, each on a line. */
    DispatchHouse account(String... parameters) {
        List<String> all = new ArrayList<>(List.of("from: \"Sérai Support <support@example.com>\""));
        all.addAll(List.of(parameters));
        return accounts(Map.of(ACCOUNT, all));
    }

    /** Defines accounts by all parameters of their sinks. */
    DispatchHouse accounts(Map<AccountName, List<String>> accounts) {
        Map<String, String> routes = new TreeMap<>();
        accounts.forEach((name, parameters) ->
                routes.put(name.value(), """
                - route:
                    id: dispatch-smtp-%1$s
                    description: A test.
                    from:
                      uri: direct:dispatch-smtp-%1$s
                      steps:
                        - to:
                            id: send
                            uri: kamelet:smtp-sink
                            parameters:
                              %2$s
                """.formatted(name, String.join("\n" + " ".repeat(14), parameters))));
        return routes(routes);
    }

    DispatchHouse route(String yaml) {
        return routes(Map.of(ACCOUNT.value(), yaml));
    }

    private DispatchHouse routes(Map<String, String> accounts) {
        Map<String, String> files = new TreeMap<>();
        accounts.forEach((name, yaml) -> files.put("routes/dispatch/dispatch-smtp-" + name + ".camel.yaml", yaml));
        files.put(
                "routes/kamelets/smtp-sink.kamelet.yaml",
                text(CHECKOUT.resolve("routes/kamelets/smtp-sink.kamelet.yaml")));
        files.put("config/transformers.yaml", transformers);
        shippedLayouts().forEach(path -> files.put(CHECKOUT.relativize(path).toString(), text(path)));
        files.putAll(more);
        generation = Generation.of(FileSet.ofTexts(files));
        if (!generation.problems().isEmpty()) {
            throw new AssertionError(generation.problems().toString());
        }
        return this;
    }

    /** One more file; to be called before the account is defined. */
    DispatchHouse file(String path, String text) {
        more.put(path, text);
        return this;
    }

    private static List<Path> shippedLayouts() {
        try (Stream<Path> layouts = Files.list(CHECKOUT.resolve("config/layouts"))) {
            return layouts.toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Layouts and signatures of the files, with Charles Babbage as the agent. */
    Stationery stationery() {
        ResponseContext context = ResponseContext.at(Originals.RECEIVED, ZoneId.of("Europe/Berlin"))
                .with(Field.AGENT_FULL_NAME, "Charles Babbage");
        return new Stationery(
                SheetBook.layouts(generation.layouts(), "en"),
                SheetBook.signatures(generation.signatures(), "en"),
                context,
                Optional.empty(),
                Optional.empty(),
                null);
    }

    /** What `config/transformers.yaml` says; to be called before the account is defined. */
    DispatchHouse transformers(String yaml) {
        transformers = yaml;
        return this;
    }

    /** Hands over what outbound transformers make of it. */
    void transformAndHandOver(InteractionId id) {
        Chains chains = new Chains(generation, getClass().getClassLoader(), folder.resolve("made"), ChainListener.NONE);
        StoredMail composed = new StoredMail(store.received("default", id).orElseThrow());
        try (Departure departure = outbox.depart(chains, id, null, composed, definition())) {
            store.writeNow(tx -> {
                WorkRow row = tx.work().lock("default", id).orElseThrow();
                Interaction outbound = tx.interactions().load("default", id).orElseThrow();
                return outbox.send(tx, row, outbound, definition(), departure, TEST);
            });
        }
    }

    Generation generation() {
        return generation;
    }

    /** The account as it was defined since the dispatcher began is live from now on. */
    void goLive() {
        exit().next(generation);
    }

    /** The files and routes that the dispatcher began with. */
    OneExit exit() {
        return java.util.Objects.requireNonNull(exit);
    }

    AccountDefinition definition() {
        return java.util.Objects.requireNonNull(generation.accounts().get(ACCOUNT));
    }

    Dispatcher live() {
        return dispatcher(DispatchMode.LIVE, null);
    }

    Dispatcher dispatcher(DispatchMode mode, @Nullable String divertTo) {
        return dispatcher(mode, divertTo, Duration.ofMinutes(10));
    }

    Dispatcher dispatcher(DispatchMode mode, @Nullable String divertTo, Duration finalDot) {
        return dispatcher(new DispatchPolicy("node", mode, divertTo, 50, Duration.ofSeconds(60)), finalDot);
    }

    Dispatcher dispatcher(DispatchPolicy policy, Duration finalDot) {
        try {
            SmtpSender sender = new SmtpSender(folder, new Tokens(Home.of(folder), clock), clock, finalDot);
            CamelContext context = new DefaultCamelContext();
            context.getRegistry().bind(SmtpSinkProcessor.BEAN, new SmtpSinkProcessor(this::generation, sender));
            for (CamelResource resource : generation.camelRoutes()) {
                PluginHelper.getRoutesLoader(context)
                        .loadRoutes(ResourceHelper.fromString(resource.path(), resource.yaml()));
            }
            context.start();
            exit = new OneExit(generation, context);
            Dispatcher dispatcher = new Dispatcher(exit, store, sender, policy, meters, clock);
            parts.add(dispatcher::close);
            parts.add(context::stop);
            dispatcher.start();
            return dispatcher;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static OutboundDraft draft(String... to) {
        return draft(OutboundDraft.Kind.NEW, "Hello", "Grüße\n.dot\n", to);
    }

    static OutboundDraft draft(OutboundDraft.Kind kind, String subject, String text, String... to) {
        return new OutboundDraft(
                kind,
                List.of(to).stream().map(address -> new Party(null, address)).toList(),
                List.of(),
                List.of(),
                subject,
                text,
                null,
                List.of(),
                null,
                null);
    }

    /** Puts a mail that came into the store. */
    Interaction stored(Interaction inbound) {
        store.writeNow(tx -> {
            tx.interactions()
                    .insert(new NewInteraction(
                            inbound.id(),
                            "default",
                            inbound.origin(),
                            inbound.content(),
                            null,
                            inbound.language(),
                            Map.of()));
            tx.work().insert(WorkRow.born("default", inbound.id(), QueueName.of("general"), 50, tx.now()));
            return inbound.id();
        });
        return load(inbound.id());
    }

    /** Composes and stores, not handed over. */
    InteractionId store(@Nullable Interaction parent, OutboundDraft draft) {
        return store(parent, draft, Wishes.NONE);
    }

    InteractionId store(@Nullable Interaction parent, OutboundDraft draft, Wishes wishes) {
        AccountDefinition account = generation.accounts().get(ACCOUNT);
        try (PreparedOutbound prepared = outbox.prepare(parent, draft, account, wishes.on(stationery()))) {
            return store.writeNow(tx -> prepared.insert(tx, TEST));
        }
    }

    /** Composes, stores and hands over. */
    InteractionId submit(OutboundDraft draft) {
        InteractionId id = store(null, draft);
        handOver(id);
        return id;
    }

    void handOver(InteractionId id) {
        store.writeNow(tx -> {
            WorkRow row = tx.work().lock("default", id).orElseThrow();
            Interaction outbound = tx.interactions().load("default", id).orElseThrow();
            return outbox.send(tx, row, outbound, definition(), TEST);
        });
    }

    /** What an approval of it would be for now. */
    Seal seal(InteractionId id) {
        return store.read(
                tx -> outbox.seal(tx, tx.interactions().load("default", id).orElseThrow(), generation));
    }

    Interaction load(InteractionId id) {
        return store.read(tx -> tx.interactions().load("default", id)).orElseThrow();
    }

    State state(InteractionId id) {
        return load(id).standing().state();
    }

    DispatchRow dispatch(InteractionId id) {
        return store.read(tx -> tx.dispatches().load("default", id)).orElseThrow();
    }

    List<String> events(InteractionId id) {
        return store.read(tx -> tx.events().timeline("default", id)).stream()
                .map(Event::type)
                .toList();
    }

    /** The stored mail, one char a byte. */
    String raw(InteractionId id) {
        try (InputStream in = store.raw("default", id).orElseThrow().open()) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Makes deferred work due. */
    void makeDue(InteractionId id) {
        store.writeNow(new RetryDispatch(new Target("default", id), TEST));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        parts.forEach(Runnable::run);
        store.close();
    }
}
