package dev.serai.capture;

import dev.serai.files.CamelResource;
import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.PointKind;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.PointName;
import dev.serai.oauth2.Tokens;
import dev.serai.store.Database;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.InteractionFilter;
import dev.serai.store.LedgerEntry.Result;
import dev.serai.store.LedgerTable;
import dev.serai.store.Roles;
import dev.serai.store.Store;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Component;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** The capturing part of a hub: store, capture points and Camel with the shipped kamelets; routes are the test's. */
public final class CaptureHub implements AutoCloseable {
    private static final Path CHECKOUT = Path.of(System.getProperty("serai.home"));
    private static final CaptureLimits LIMITS = CaptureLimits.ofWorkers(8);
    private final Path folder;
    private final Store store;
    private final boolean ownsStore;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Exchange> steps = new CopyOnWriteArrayList<>();
    private Processor onStep = exchange -> {};
    private final CapturePoints points;
    private final Map<String, String> texts = new java.util.concurrent.ConcurrentSkipListMap<>();
    private volatile Generation generation = Generation.of(FileSet.ofTexts(Map.of()));
    private final DefaultCamelContext camel = new DefaultCamelContext();

    private CaptureHub(Path folder, Store store, boolean ownsStore, String node, CaptureLimits limits) {
        this.folder = folder;
        this.store = store;
        this.ownsStore = ownsStore;
        this.points = new CapturePoints(new CaptureEnvironment(
                store,
                () -> generation,
                new Roles(store, node),
                Clock.systemUTC(),
                meters,
                folder.resolve("spool-" + node),
                Home.of(CHECKOUT),
                new Tokens(Home.of(CHECKOUT), Clock.systemUTC()),
                limits));
        kamelets();
    }

    /** A hub on an H2 of its own in the folder; the same folder again is the same hub after a restart. */
    public static CaptureHub in(Path folder) {
        return in(folder, LIMITS);
    }

    /** As {@link #in(Path)}, with other limits. */
    public static CaptureHub in(Path folder, CaptureLimits limits) {
        return new CaptureHub(
                folder,
                store(DatabaseSettings.embedded(folder.resolve("data"), CHECKOUT.resolve("sql"))),
                true,
                "node-a",
                limits);
    }

    public static CaptureHub on(Path folder, DatabaseSettings database) {
        return new CaptureHub(folder, store(database), true, "node-a", LIMITS);
    }

    /** Another node on the same database. */
    public CaptureHub secondNode() {
        CaptureHub second = new CaptureHub(folder, store, false, "node-b", LIMITS);
        second.texts.putAll(texts);
        second.generation = Generation.of(FileSet.ofTexts(second.texts));
        return second;
    }

    public CaptureHub component(String scheme, Component component) {
        camel.addComponent(scheme, component);
        return this;
    }

    /** Adds a file of the instance. */
    public CaptureHub file(String path, String text) {
        texts.put(path, text);
        generation = Generation.of(FileSet.ofTexts(texts));
        return this;
    }

    /** What the step {@code bean: seen} does besides being noted. */
    public CaptureHub onStep(Processor step) {
        onStep = step;
        return this;
    }

    public CaptureHub start() {
        if (!generation.problems().isEmpty()) {
            throw new AssertionError(generation.problems());
        }
        try {
            camel.getRegistry().bind("seen", (Processor) exchange -> {
                steps.add(exchange.copy());
                onStep.process(exchange);
            });
            camel.start();
            for (CamelResource resource : generation.camelRoutes()) {
                PluginHelper.getRoutesLoader(camel)
                        .loadRoutes(ResourceHelper.fromString(resource.path(), resource.yaml()));
            }
            return this;
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    /** Ends all routes, as a reload does; the kamelets' own routes are the ones that consume. */
    public void stopRoutes() {
        for (Route route : camel.getRoutes()) {
            control(() -> camel.getRouteController().stopRoute(route.getId()));
        }
    }

    public void startRoutes() {
        for (Route route : camel.getRoutes()) {
            control(() -> camel.getRouteController().startRoute(route.getId()));
        }
    }

    private interface Control {
        void act() throws Exception;
    }

    private static void control(Control control) {
        try {
            control.act();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    public CapturePoints points() {
        return points;
    }

    public CapturePointStatus status(String name) {
        return points.find(PointName.of(name)).orElseThrow();
    }

    public Store store() {
        return store;
    }

    public SimpleMeterRegistry meters() {
        return meters;
    }

    /** The exchanges that reached a step {@code bean: seen} of the capture route. */
    public List<Exchange> steps() {
        return steps;
    }

    public List<Interaction> interactions() {
        return store.read(
                tx -> tx.interactions().find("default", InteractionFilter.all().limit(1000)));
    }

    public long ledger(String point, Result result) {
        return store.read(tx -> tx.ledger().counts()).stream()
                .filter(count -> count.point().value().equals(point) && count.result() == result)
                .mapToLong(LedgerTable.Count::count)
                .sum();
    }

    public int unacknowledged(String point) {
        return store.read(tx -> tx.ledger().unacknowledged("default", PointName.of(point), "", 1000))
                .size();
    }

    @Override
    public void close() {
        camel.stop();
        if (ownsStore) {
            store.close();
        }
    }

    private static Store store(DatabaseSettings settings) {
        return Store.on(Database.open(settings));
    }

    private void kamelets() {
        Path kamelets = CHECKOUT.resolve("routes/kamelets");
        try {
            for (String name : PointKind.kamelets()) {
                String file = name + ".kamelet.yaml";
                texts.put("routes/kamelets/" + file, Files.readString(kamelets.resolve(file)));
            }
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
