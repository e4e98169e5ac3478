package dev.serai.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Json;
import dev.serai.interaction.Origin;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.ViewTable.Listed;
import dev.serai.store.WorkChange.By;
import dev.serai.view.CompiledView;
import dev.serai.view.QueueViews;
import dev.serai.view.ViewBook;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What views must do alike on both databases; a class per database runs it. */
abstract class ViewContract {
    private static final String TENANT = "default";
    private static final QueueName BILLING = QueueName.of("billing");
    private static final QueueName INBOUND = QueueName.of("inbound");
    private static final String COLUMNS = "columns: {tier: userData.tier, subj: subject}\n";
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private Store store;

    abstract DatabaseSettings freshDatabase();

    @BeforeEach
    void open() {
        store = Store.on(Database.open(freshDatabase()));
        live(COLUMNS);
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** Selectors by SQL yield what they mean by the book, page by page in their order, whatever is null. */
    @Test
    void aViewShouldHaveWhatItsSelectorMeansInItsOrder() {
        Random random = new Random(20261123);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            rows.add(row(random));
        }
        Map<String, Comparator<Map<String, Object>>> orders = Map.of(
                "priority desc, placedInQueueAt", by("priority").reversed().thenComparing(by("placed")),
                "receivedAt desc", by("received").reversed().thenComparing(by("id").reversed()),
                "priority desc, receivedAt", by("priority").reversed().thenComparing(by("received")),
                "priority asc, receivedAt desc",
                        by("priority").thenComparing(by("received").reversed().thenComparing(by("id").reversed())),
                "placedInQueueAt", by("placed"));
        List<String> names = List.copyOf(orders.keySet());
        for (int i = 0; i < 250; i++) {
            RandomSelector selector = RandomSelector.of(random, 3);
            String order = names.get(i % names.size());
            List<Object> expected = rows.stream()
                    .filter(row -> Boolean.TRUE.equals(selector.meaning().apply(row)))
                    .sorted(Objects.requireNonNull(orders.get(order)).thenComparing(by("id")))
                    .map(row -> row.get("id"))
                    .toList();

            assertThat(listed(view(selector.text(), order), 7))
                    .as(selector.text() + " order by " + order)
                    .isEqualTo(expected);
        }
    }

    @Test
    void aPullShouldClaimFromTheViewInItsOrder() {
        InteractionId late = born(BILLING, "de", Map.of("tier", "gold"), NOON.plusSeconds(9));
        InteractionId early = born(BILLING, "de", Map.of("tier", "platinum"), NOON);
        born(BILLING, "en", Map.of("tier", "gold"), NOON);
        born(BILLING, "de", Map.of("tier", "lead"), NOON);
        born(BILLING, "de", Map.of(), NOON);
        CompiledView view = view("language = 'de' AND tier IN ('gold', 'platinum')", "receivedAt");

        assertThat(claim(view, 9)).containsExactly(early, late);
        assertThat(claim(view, 9)).isEmpty();
    }

    @Test
    void aPlacementShouldShowWhatTheInteractionSays() {
        InteractionId id = born(INBOUND, "de", Map.of("tier", "gold"), NOON);
        CompiledView view = view("tier = 'gold' and language = 'de' and kind = 'message'", "receivedAt");
        assertThat(claim(view, 1)).isEmpty();

        place(id, BILLING);

        assertThat(claim(view, 1)).containsExactly(id);
    }

    @Test
    void aChangeOfUserDataShouldChangeTheViewsItIsIn() {
        InteractionId id = born(BILLING, "de", Map.of("tier", "lead"), NOON);

        store.writeNow(tx -> {
            Interaction now = tx.interactions().load(TENANT, id).orElseThrow();
            tx.interactions().update(now.with(now.content(), Map.of("tier", "gold")));
            return true;
        });

        assertThat(claim(view("tier = 'lead'", "receivedAt"), 1)).isEmpty();
        assertThat(claim(view("tier = 'gold'", "receivedAt"), 1)).containsExactly(id);
    }

    @Test
    void rowsShouldBeInNoViewOfOtherColumnsUntilTheyAreFilled() {
        InteractionId gold = born(BILLING, "de", Map.of("tier", "gold", "region", "north"), NOON);
        born(BILLING, "de", Map.of("tier", "north"), NOON);
        String north = "views: {north: {where: \"region = 'north'\", order: receivedAt}}\n";
        live("columns: {region: userData.region}\n" + north);
        CompiledView view = book().of(BILLING).orElseThrow().view("north").orElseThrow();
        assertThat(claim(view, 9)).isEmpty();

        int filled = new ColumnRefill(store, new Roles(store, "n1")).pass();

        assertThat(filled).isEqualTo(2);
        assertThat(claim(view, 9)).containsExactly(gold);
    }

    @Test
    void aQueueThatBecomesAClientQueueShouldHaveItsRowsFilled() {
        InteractionId id = born(INBOUND, "de", Map.of(), NOON);
        store.views(() -> ViewBook.of(Generation.of(
                FileSet.ofTexts(Map.of("config/queues/inbound.yaml", "description: Now for clients.\n")))));

        new ColumnRefill(store, new Roles(store, "n1")).pass();

        CompiledView view = view("language = 'de'", "receivedAt");
        assertThat(claim(INBOUND, view, 9)).containsExactly(id);
    }

    private Map<String, Object> row(Random random) {
        Map<String, Object> row = new HashMap<>();
        Map<String, Object> data = new HashMap<>();
        for (String field : List.of("language", "category", "tier", "subj")) {
            Object value = RandomSelector.value(random, field);
            if (value != null) {
                row.put(field, value);
                data.put(field, value);
            }
        }
        int priority = random.nextInt(4) * 10;
        Instant received = NOON.plusSeconds(random.nextInt(10));
        InteractionId id = born(BILLING, (String) data.remove("language"), data, received, priority);
        row.put("id", id.value());
        row.put("priority", priority);
        row.put("received", received);
        row.put("placed", change(id, random.nextInt(4)).placedAt());
        return row;
    }

    private WorkRow change(InteractionId id, int how) {
        return store.writeNow(tx -> {
            WorkRow row = tx.work().lock(TENANT, id).orElseThrow();
            if (how == 1) {
                row = row.claimed(State.ASSIGNED, "anna", tx.now().plusSeconds(600), tx.now());
                tx.work().update(row);
            } else if (how == 2) {
                new WorkChange(tx, row, By.of("test")).hold(null);
            }
            return row;
        });
    }

    private void live(String keys) {
        Generation generation = Generation.of(FileSet.ofTexts(Map.of(
                "config/queues/billing.yaml",
                "description: Money.\n" + keys,
                "config/queues/inbound.yaml",
                "description: New.\nstrategy: true\n")));
        ViewBook book = ViewBook.of(generation);
        store.views(() -> book);
    }

    private ViewBook book() {
        return store.read(tx -> tx.views().book());
    }

    private static CompiledView view(String where, String order) {
        Generation generation = Generation.of(FileSet.ofTexts(Map.of(
                "config/queues/billing.yaml",
                "description: Money.\n" + COLUMNS + "views: {v: {where: " + Json.write(where) + ", order: "
                        + Json.write(order) + "}}\n")));
        QueueDefinition queue = Objects.requireNonNull(generation.queues().get(BILLING));
        return QueueViews.of(queue).view("v").orElseThrow();
    }

    private List<Object> listed(CompiledView view, int limit) {
        List<Object> ids = new ArrayList<>();
        List<Object> after = List.of();
        List<Listed> page;
        do {
            List<Object> from = after;
            page = store.read(tx -> tx.views().inQueue(TENANT, BILLING, view, from, limit));
            page.forEach(one -> ids.add(one.row().id().value()));
            after = page.isEmpty() ? after : page.get(page.size() - 1).place();
        } while (page.size() == limit);
        return ids;
    }

    private List<InteractionId> claim(CompiledView view, int limit) {
        return claim(BILLING, view, limit);
    }

    private List<InteractionId> claim(QueueName queue, CompiledView view, int limit) {
        return store.transact(tx -> tx.views().claimable(queue, view, TENANT, limit).stream()
                .map(row -> row.claimed(State.ASSIGNED, "anna", tx.now().plusSeconds(60), tx.now()))
                .peek(tx.work()::update)
                .map(WorkRow::id)
                .toList());
    }

    private InteractionId born(QueueName queue, String language, Map<String, Object> data, Instant received) {
        return born(queue, language, data, received, 0);
    }

    private InteractionId born(
            QueueName queue, @Nullable String language, Map<String, Object> data, Instant received, int priority) {
        InteractionId id = InteractionId.next(Clock.systemUTC());
        return store.writeNow(tx -> {
            Origin origin = new Origin(null, null, null, id, "workitem", "Inbound", "InboundNew", received, tx.now());
            Content content = Content.ofSubject((String) data.get("subj"));
            tx.interactions().insert(new NewInteraction(id, TENANT, origin, content, null, language, data));
            WorkRow row = WorkRow.born(TENANT, id, queue, priority, tx.now());
            tx.work().insert(tx.events().append(row, NewEvent.of("serai.interaction.submitted", "test")));
            return id;
        });
    }

    private void place(InteractionId id, QueueName queue) {
        store.writeNow(tx ->
                new WorkChange(tx, tx.work().lock(TENANT, id).orElseThrow(), By.of("test")).place(queue, tx.now()));
    }

    private static Comparator<Map<String, Object>> by(String key) {
        return Comparator.comparing(row -> comparable(row.get(key)));
    }

    @SuppressWarnings("unchecked")
    private static Comparable<Object> comparable(@Nullable Object value) {
        return (Comparable<Object>) Objects.requireNonNull(value);
    }
}
