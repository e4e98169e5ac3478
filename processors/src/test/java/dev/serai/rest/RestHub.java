package dev.serai.rest;

import dev.serai.capture.CaptureEnvironment;
import dev.serai.capture.CaptureLimits;
import dev.serai.capture.CapturePoints;
import dev.serai.conversation.ThreadTokens;
import dev.serai.dependency.Dependencies;
import dev.serai.dispatch.Outbox;
import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Settings;
import dev.serai.follow.Followers;
import dev.serai.oauth2.Tokens;
import dev.serai.queue.Outages;
import dev.serai.queue.Overruns;
import dev.serai.store.Database;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.GenerationLife;
import dev.serai.store.Roles;
import dev.serai.store.Sequencer;
import dev.serai.store.Store;
import dev.serai.strategy.Playbook;
import dev.serai.view.ViewBook;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** REST with all that it works with but mail servers and strategies: the shipped files and H2. */
public final class RestHub implements AutoCloseable {
    static final Path CHECKOUT = Path.of(System.getProperty("serai.home"));

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Store store;
    private final Sequencer sequencer;
    private final CapturePoints points;
    private final RestApi api;
    private final AtomicReference<LiveConfig> config = new AtomicReference<>();
    private final AtomicBoolean brokerUp = new AtomicBoolean(true);

    private RestHub(Path folder, DatabaseSettings database, Map<String, String> settings, Map<String, String> files)
            throws Exception {
        java.nio.file.Files.createDirectories(folder);
        Home home = Home.of(CHECKOUT);
        Generation generation = generation(home, files);
        Settings inForce = Settings.of(settings);
        config.set(new LiveConfig(generation, life(generation), List.of(), List.of(), List.of(), null));
        store = Store.on(Database.open(database));
        store.views(ViewBook.following(() -> config.get().generation()));
        sequencer = new Sequencer(store, new Roles(store, "test"));
        points = new CapturePoints(new CaptureEnvironment(
                store,
                () -> config.get().generation(),
                new Roles(store, "test"),
                Clock.systemUTC(),
                meters,
                folder,
                home,
                new Tokens(home, Clock.systemUTC()),
                CaptureLimits.ofWorkers(1)));
        Playbook playbook = Playbook.of(generation, inForce);
        api = RestApi.register(
                context,
                new RestDependencies(
                        store,
                        config::get,
                        new NoEdits(),
                        new RouteWatch(meters, Clock.systemUTC(), List::of),
                        () -> playbook,
                        inForce,
                        home,
                        Clock.systemUTC(),
                        meters,
                        points,
                        new Outbox(
                                folder, Clock.systemUTC(), ThreadTokens.of("0123456789abcdef"), playbook::ownAddresses),
                        (mail, point, tenant) -> Map.of("outcome", "queued", "bytes", mail.size()),
                        Map.of("broker", brokerUp::get),
                        new Dependencies(Clock.systemUTC()),
                        new Outages(Clock.systemUTC()),
                        new Overruns(Clock.systemUTC()),
                        new Followers(store, new Roles(store, "test")),
                        WayOut.UNKNOWN,
                        folder,
                        "test"));
        load();
        context.start();
        api.start();
    }

    public static RestHub start(Path folder) throws Exception {
        return start(folder, Map.of(), Map.of());
    }

    /** With settings and files of its own beside the shipped ones. */
    public static RestHub start(Path folder, Map<String, String> settings, Map<String, String> files) throws Exception {
        return start(folder, DatabaseSettings.embedded(folder, CHECKOUT.resolve("sql")), settings, files);
    }

    /** The same on another database. */
    static RestHub start(
            Path folder, DatabaseSettings database, Map<String, String> settings, Map<String, String> files)
            throws Exception {
        Map<String, String> all = new TreeMap<>(settings);
        all.putIfAbsent("serai.http.port", "0");
        return new RestHub(folder, database, all, files);
    }

    public Store store() {
        return store;
    }

    CapturePoints points() {
        return points;
    }

    /** Gives events their positions, as the hub's housekeeper does. */
    void sequence() {
        sequencer.pass();
    }

    LongPoll pulls() {
        return api.pulls();
    }

    /** Clients that wait for work. */
    int waitingPulls() {
        return api.waitingPulls();
    }

    /** Clients that follow events. */
    int streams() {
        return api.streams();
    }

    public int port() {
        return api.port();
    }

    String url(String path) {
        return "http://127.0.0.1:" + api.port() + path;
    }

    /** How many requests with keys are being answered. */
    int openCalls() {
        return api.openCalls();
    }

    void keysChanged() {
        api.keysChanged();
    }

    /** The router with all that the port answers. */
    io.vertx.ext.web.Router router() {
        return api.router();
    }

    DefaultCamelContext context() {
        return context;
    }

    PrometheusMeterRegistry meters() {
        return meters;
    }

    /** The door of the API, which the start opens. */
    Opening opening() {
        return api.opening();
    }

    void brokerIs(boolean up) {
        brokerUp.set(up);
    }

    void reject(dev.serai.files.Problem problem) {
        config.updateAndGet(
                live -> new LiveConfig(live.generation(), live.life(), List.of(problem), List.of(), List.of(), null));
    }

    private static Generation generation(Home home, Map<String, String> files) {
        FileSet shipped = Generation.load(home).files();
        Map<String, byte[]> contents = new TreeMap<>();
        shipped.paths().forEach(path -> contents.put(path, shipped.bytes(path).orElseThrow()));
        files.forEach((path, text) -> contents.put(path, text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return Generation.of(FileSet.of(contents));
    }

    private void load() throws Exception {
        try (Stream<Path> files = java.nio.file.Files.list(CHECKOUT.resolve("routes/api"))) {
            for (Path file : files.sorted().toList()) {
                Resource resource = ResourceHelper.resolveResource(context, "file:" + file);
                PluginHelper.getRoutesLoader(context).loadRoutes(resource);
            }
        }
    }

    @Override
    public void close() throws java.io.IOException {
        api.close();
        context.close();
        store.close();
    }

    private static GenerationLife life(Generation generation) {
        return new GenerationLife(
                "life",
                generation.id(),
                "test",
                Instant.now(),
                null,
                new GenerationLife.Begin("start", "hub"),
                null,
                GenerationLife.Changes.NONE);
    }

    /** Nothing is edited here. */
    private static final class NoEdits implements Edits {
        @Override
        public LiveConfig apply(String actor) {
            throw new UnsupportedOperationException("nothing is edited here");
        }

        @Override
        public Optional<LiveConfig> activate(String id, String actor) {
            return Optional.empty();
        }
    }
}
