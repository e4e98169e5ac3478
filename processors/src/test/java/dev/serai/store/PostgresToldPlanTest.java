package dev.serai.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.testing.Postgres;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With 100,000 mails that have left, and as much work that is no outgoing mail, whoever asks what has not left reads neither. */
class PostgresToldPlanTest {
    private static Database database;

    @BeforeAll
    static void aHistory() throws Exception {
        Postgres.Database fresh = Postgres.shared().createDatabase();
        database = Database.open(PostgresSettings.of(fresh, 4));
        work("desk", 100_000, "general");
        work("open", 200, "dispatch");
        dispatches("left", 100_000, "sent");
        dispatches("open", 200, "deferred");
        dispatches("stopped", 20, "uncertain");
        try (Handle handle = database.jdbi().open()) {
            handle.getConnection().setAutoCommit(true);
            handle.execute("analyze work");
            handle.execute("analyze dispatch");
        }
    }

    private static void work(String name, int rows, String queue) {
        fill("""
                insert into work (tenant, id, queue, state, placement, claim, priority, placed_at, moved_at, available_at,
                  attempt, event_seq, changed_at)
                select 'default', '%s-' || i, '%s', 'queued', 1, 0, 50, now(), now(), now(), 0, 1, now()
                """.formatted(name, queue), rows);
    }

    private static void dispatches(String name, int rows, String state) {
        fill("""
                insert into dispatch (tenant, id, account, state, message_id, header_prefix, sender, recipients, attempts,
                  created_at, changed_at)
                select 'default', '%1$s-' || i, 'support', '%2$s', 'id-' || i, '', 'a@example.com', '[]', 1, now(), now()
                """.formatted(name, state), rows);
    }

    private static void fill(String insert, int rows) {
        try (Handle handle = database.jdbi().open()) {
            handle.execute(insert + "from generate_series(1, " + rows + ") i");
            handle.commit();
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void whatHasNotLeftShouldBeReadThroughIndexes() {
        for (String name : List.of("dispatch-groups", "dispatch-open-counts")) {
            List<String> plan = explain(name);

            assertThat(plan).as(name).anyMatch(line -> line.contains("dispatch_by_state"));
            assertThat(plan).as(String.join("\n", plan)).noneMatch(line -> line.contains("Seq Scan"));
        }
    }

    private static List<String> explain(String name) {
        try (Handle handle = database.jdbi().open()) {
            Query query = handle.createQuery("explain (analyze, costs off, timing off) "
                    + database.queries().named(name).text());
            if (name.equals("dispatch-groups")) {
                query.bind("tenant", "*");
            }
            List<String> plan = query.mapTo(String.class).list();
            handle.rollback();
            return plan;
        }
    }
}
