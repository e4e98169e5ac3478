package dev.serai.follow;

import dev.serai.document.Document;
import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.PointName;
import dev.serai.operation.Outcome;
import dev.serai.operation.Target;
import dev.serai.point.Delivery;
import dev.serai.point.PointDesk;
import dev.serai.store.OutgoingRow;
import dev.serai.store.Roles;
import dev.serai.store.Sequencer;
import dev.serai.store.Store;
import dev.serai.store.Unit;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A store with capture points that are told what happens, and a follower that tells them when it is asked to. */
final class Desk implements AutoCloseable {
    private static final Home HOME = Home.of(Path.of(System.getProperty("serai.home")));

    private final Store store;
    private final Generation files;
    private final PointDesk desk;
    private final Sequencer sequencer;
    private final Step step;
    private final AtomicInteger deliveries = new AtomicInteger();

    /** @param notify by point */
    Desk(Store store, Map<String, String> notify) {
        this.store = store;
        this.files = files(notify);
        this.desk = new PointDesk(store, () -> files, Clock.systemUTC());
        this.sequencer = new Sequencer(store, new Roles(store, "n1"));
        this.step = new Step(store, new NotificationSink(() -> files), Beginning.BEGINNING);
    }

    Generation files() {
        return files;
    }

    /** A document that a point gets; returns the interaction that it made. */
    InteractionId submit(String point, String document) {
        return desk.apply(delivery(point), Document.read(document)).born().get(0);
    }

    void apply(String point, String document) {
        desk.apply(delivery(point), Document.read(document));
    }

    <T> T done(Unit<Outcome<T>> operation) {
        return store.writeNow(operation).orThrow();
    }

    static Target target(InteractionId id) {
        return new Target("default", id);
    }

    /** All that a point is told after everything that happened until now was followed. */
    List<OutgoingRow> told(String point) throws Exception {
        sequencer.pass();
        while (step.take()) {
            sequencer.pass();
        }
        return store.read(tx -> tx.outgoing().next(PointName.of(point), 1000));
    }

    private Delivery delivery(String point) {
        return new Delivery(files.point(PointName.of(point)).orElseThrow(), "d" + deliveries.incrementAndGet(), null);
    }

    private static Generation files(Map<String, String> notify) {
        FileSet shipped = Generation.load(HOME).files();
        Map<String, byte[]> contents = new TreeMap<>();
        shipped.paths().forEach(path -> contents.put(path, shipped.bytes(path).orElseThrow()));
        notify.forEach((name, value) -> contents.put(
                "routes/capture/capture-jms-" + name + ".camel.yaml",
                route(name, value).getBytes(StandardCharsets.UTF_8)));
        return Generation.of(FileSet.of(contents));
    }

    private static String route(String name, String parameters) {
        return """
                - route:
                    id: capture-jms-%1$s
                    description: The test's point
                    from:
                      uri: kamelet:jms-capture-source
                      parameters: {name: %1$s, queue: billing, %2$s}
                      steps:
                        - log: {id: captured, message: "captured", loggingLevel: DEBUG}
                """.formatted(name, parameters);
    }

    @Override
    public void close() {
        store.close();
    }
}
