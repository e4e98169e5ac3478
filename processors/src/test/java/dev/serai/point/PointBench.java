package dev.serai.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.PointName;
import dev.serai.store.EventLog.Event;
import dev.serai.store.InteractionFilter;
import dev.serai.store.Store;
import dev.serai.testing.Postgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A hub with one point, which a driver operates; and what is found in its store. */
public final class PointBench {
    /** The point of all tests. */
    public static final String POINT = "orders";

    private static final String TENANT = "default";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final PointDriver driver;
    private final Hub hub;

    private PointBench(PointDriver driver, Hub hub) {
        this.driver = driver;
        this.hub = hub;
    }

    static PointBench start(Path folder, PointDriver driver, boolean news) throws Exception {
        TestInstance instance = new TestInstance(folder)
                .on(Postgres.shared().createDatabase())
                .file("routes/capture/capture-" + driver.kind() + "-" + POINT + ".camel.yaml", route(driver, news));
        driver.prepare(instance);
        PointBench bench = new PointBench(driver, instance.start());
        driver.started(bench.hub);
        return bench;
    }

    void close() throws Exception {
        try {
            driver.ending();
        } finally {
            hub.close();
            driver.close();
        }
    }

    public PointDriver driver() {
        return driver;
    }

    /** The hub's store. */
    public Store store() {
        return hub.store();
    }

    /** Waits until one answer contains all of these. */
    public void awaitAnswers(String... pieces) {
        await().atMost(SOON).untilAsserted(() -> assertThat(answersWith(pieces)).isNotEmpty());
    }

    /** The answers that contain all of these. */
    public List<String> answersWith(String... pieces) throws Exception {
        return with(driver.answers(), pieces);
    }

    static List<String> with(List<String> texts, String... pieces) {
        return texts.stream()
                .filter(text -> Arrays.stream(pieces).allMatch(text::contains))
                .toList();
    }

    public Interaction byExternalId(String externalId) {
        return find(externalId).map(this::load).orElseThrow();
    }

    /** How many interactions have the external id: one or none. */
    public int named(String externalId) {
        return find(externalId).isPresent() ? 1 : 0;
    }

    public Interaction load(InteractionId id) {
        return store().read(tx -> tx.interactions().load(TENANT, id)).orElseThrow();
    }

    /** How many interactions have this in their subject. */
    public long withSubject(String subject) {
        long number = 0;
        String last = "g";
        for (List<Interaction> page = page(subject, last); !page.isEmpty(); page = page(subject, last)) {
            number += page.size();
            last = page.get(page.size() - 1).id().value();
        }
        return number;
    }

    /** How many deliveries the source does not know to be applied. */
    long owed() {
        return store().read(tx -> tx.deliveries().awaited(TENANT, POINT));
    }

    /** The types of its events, in order. */
    public List<String> events(Interaction interaction) {
        return store().read(tx -> tx.events().timeline(TENANT, interaction.id())).stream()
                .map(Event::type)
                .toList();
    }

    private Optional<InteractionId> find(String externalId) {
        return store().read(tx -> tx.interactions().byExternalId(TENANT, PointName.of(POINT), externalId));
    }

    private List<Interaction> page(String subject, String last) {
        InteractionFilter filter =
                InteractionFilter.all().subjectContains(subject).olderThan(last);
        return store().read(tx -> tx.interactions().find(TENANT, filter.limit(1000)));
    }

    private static String route(PointDriver driver, boolean news) {
        String more = driver.parameters().stream()
                .map(line -> "        " + line + "\n")
                .collect(Collectors.joining());
        return """
                - route:
                    id: capture-%1$s-%2$s
                    description: The test's point
                    from:
                      uri: kamelet:%1$s-capture-source
                      parameters:
                        name: %2$s
                        queue: billing
                        mediaType: order
                        priority: 40
                """.formatted(driver.kind(), POINT) + (news ? "        notify: held\n" : "") + more + """
                      steps:
                        - log: {id: captured, message: "captured ${header.SeraiInteractionId}", loggingLevel: DEBUG}
                """;
    }
}
