package dev.serai.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.interaction.QueueName;
import dev.serai.testing.Postgres;
import dev.serai.view.CompiledView;
import dev.serai.view.QueueViews;
import dev.serai.view.ViewBook;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With 200,000 rows in a queue, a pull and a page read what they give out: an index in the view's order, and no sort. */
class PostgresViewPlanTest {
    private static final Path HOME = Path.of(System.getProperty("serai.home"));
    private static final int ROWS = 200_000;
    private static final String SAMPLE = """
            description: Invoices and payments
            columns: {tier: userData.customerTier}
            views:
              default: {order: "priority desc, placedInQueueAt"}
              german-gold: {where: "language = 'de' AND tier IN ('gold','platinum')", order: receivedAt}
              not-german: {where: "language <> 'de' OR language IS NULL", order: "priority desc, receivedAt"}
              newest: {where: "kind LIKE 'mess%'", order: "receivedAt desc"}
              fifo: {where: "priority < 90", order: placedInQueueAt}
              lowest: {where: "priority BETWEEN 10 AND 90", order: "priority, placedInQueueAt desc"}
              soonest: {where: "priority >= 50", order: "priority desc"}
            """;

    private static Database database;

    @BeforeAll
    static void aLargeQueue() {
        Postgres.Database fresh = Postgres.shared().createDatabase();
        database = Database.open(PostgresSettings.of(fresh, 4));
        try (Handle handle = database.jdbi().open()) {
            handle.createUpdate("""
                    insert into work (tenant, id, queue, state, placement, claim, priority, placed_at, moved_at,
                      available_at, attempt, event_seq, changed_at, received_at, media_type, subtype, kind, language,
                      c1, view_plan)
                    select 'default', 'id-' || lpad(i::text, 8, '0'), :queue,
                      case when i % 1000 = 0 then 'assigned' when i % 997 = 0 then 'held' else 'queued' end, 1, 0,
                      (i::bigint * 7919) % 101, now() - make_interval(secs => (i * 31) % 90000), now(), now(), 0, 1, now(),
                      now() - make_interval(secs => (i::bigint * 104729) % 700000), 'email', 'InboundNew', 'message',
                      case i % 3 when 0 then 'de' when 1 then 'en' end,
                      case i % 5 when 0 then 'gold' when 1 then 'lead' end, :plan
                    from generate_series(1, :rows) i
                    """)
                    .bind("queue", "billing")
                    .bind("plan", sample().plan())
                    .bind("rows", ROWS)
                    .execute();
            handle.commit();
            handle.getConnection().setAutoCommit(true);
            handle.execute("analyze work");
        } catch (java.sql.SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void aPullShouldReadAnIndexInTheOrderOfItsViewAndSortNothing() {
        for (CompiledView view : views()) {
            List<String> plan = explain(view, view.claim(), List.of());

            assertThat(plan).as(view.name()).anyMatch(line -> line.contains("Index Scan"));
            assertThat(plan).as(view.name()).noneMatch(line -> line.contains("Sort") || line.contains("Seq Scan"));
            assertThat(rowsRead(plan)).as(view.name() + plan).isLessThan(2000);
        }
    }

    @Test
    void aPageShouldReadNoMoreThanItGivesOutHoweverDeepItIs() {
        for (CompiledView view : views()) {
            List<Object> middle = middle(view);
            for (List<Object> after : List.of(List.of(), middle)) {
                List<String> plan = explain(view, view.page(!after.isEmpty()), after);

                assertThat(plan).as(view.name()).noneMatch(line -> line.contains("Seq Scan"));
                assertThat(rowsRead(plan)).as(view.name() + plan).isLessThan(4000);
            }
        }
    }

    private static QueueViews sample() {
        Generation generation = Generation.of(FileSet.ofTexts(Map.of("config/queues/billing.yaml", SAMPLE)));
        return ViewBook.of(generation).of(QueueName.of("billing")).orElseThrow();
    }

    /** The sample's, and those of all shipped queues. */
    private static List<CompiledView> views() {
        List<CompiledView> views = new ArrayList<>(sample().all());
        ViewBook.of(Generation.load(Home.of(HOME))).all().stream()
                .filter(QueueViews::isLookedAt)
                .flatMap(queue -> queue.all().stream())
                .filter(view -> !view.name().equals("bounces")) // nothing here is a bounce
                .forEach(views::add);
        return views;
    }

    private static List<Object> middle(CompiledView view) {
        List<Object> place = new ArrayList<>();
        view.order().keys().forEach(key -> {
            if (key.isTime()) {
                place.add(Instant.now().minusSeconds(40_000));
            } else {
                place.add(key.column().equals("priority") ? (Object) 60 : "id-00100000");
            }
        });
        return place;
    }

    private static List<String> explain(CompiledView view, String text, List<Object> after) {
        try (Handle handle = database.jdbi().open()) {
            Query query = handle.createQuery("explain (analyze, costs off, timing off) " + text)
                    .bind("queue", "billing")
                    .bind("tenant", "default")
                    .bind("now", Sql.time(Instant.now()))
                    .bind("limit", 50);
            view.values().forEach(query::bind);
            for (int i = 0; i < after.size(); i++) {
                query.bind("k" + i, after.get(i) instanceof Instant time ? Sql.time(time) : after.get(i));
            }
            List<String> plan = query.mapTo(String.class).list();
            handle.rollback();
            return plan;
        }
    }

    /** What scans gave and what they threw away. */
    private static long rowsRead(List<String> plan) {
        Pattern rows = Pattern.compile("(?:Scan.*actual rows=|Removed by Filter: )(\\d+)");
        return plan.stream()
                .map(rows::matcher)
                .filter(Matcher::find)
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }
}
