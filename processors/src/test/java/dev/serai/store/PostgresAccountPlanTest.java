package dev.serai.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.testing.Postgres;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * With 100,000 mails of 49 accounts in front, some of them due and some not yet, whatever is asked for one account reads the
 * rows of that account.
 */
class PostgresAccountPlanTest {
    private static final Path SQL = Path.of(System.getProperty("serai.home"), "sql");
    private static final int BACKLOG = 100_000;
    private static final int OTHERS = 49;
    private static final int DOWN = 20_000;
    private static final int OWN = 20;

    private static Database database;

    @BeforeAll
    static void aBacklog() throws Exception {
        Postgres.Database fresh = Postgres.shared().createDatabase();
        database = Database.open(PostgresSettings.of(fresh, 4));
        fill("other-' || i % " + OTHERS + " || '", BACKLOG, "now() + make_interval(hours => i / 49 % 2)", "null");
        fill("down", DOWN, "now()", "now() - interval '1 minute'");
        fill("own", OWN, "now()", "null");
        try (Handle handle = database.jdbi().open()) {
            handle.getConnection().setAutoCommit(true);
            handle.execute("analyze work");
            handle.execute("analyze dispatch");
        }
    }

    /**
     * @param due when each is, as SQL
     * @param tried since when, as SQL
     */
    private static void fill(String account, int rows, String due, String tried) {
        try (Handle handle = database.jdbi().open()) {
            String mails = "from generate_series(1, " + rows + ") i";
            handle.execute("""
                    insert into work (tenant, id, queue, state, placement, claim, priority, placed_at, moved_at,
                      available_at, attempt, event_seq, changed_at, account)
                    select 'default', '%1$s-' || i, 'dispatch', 'queued', 1, 0, 50, now(), now(), %2$s, 0, 1, now(), '%1$s'
                    """.formatted(account, due) + mails);
            handle.execute("""
                    insert into dispatch (tenant, id, account, state, message_id, header_prefix, sender, recipients,
                      attempts, created_at, changed_at, tried_since)
                    select 'default', '%1$s-' || i, '%1$s', 'pending', 'id-' || i, '', 'a@example.com', '[]', 0, now(), now(),
                      %2$s
                    """.formatted(account, tried) + mails);
            handle.commit();
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void aClaimShouldReadNothingOfOtherAccounts() {
        List<String> plan = explain("work-claimable-of-account", Map.of("account", "own", "limit", 64));

        assertThat(rowsRead(plan)).as(String.join("\n", plan)).isLessThanOrEqualTo(OWN);
    }

    @Test
    void lookingWhichAccountsHaveSomethingDueShouldReadOneRowOfEach() {
        List<String> plan = explain("work-due-accounts", Map.of());

        assertThat(rowsRead(plan)).as(String.join("\n", plan)).isLessThanOrEqualTo(2 * (OTHERS + 1));
    }

    @Test
    void theMinutelyLooksAtABacklogBehindADeadServerShouldReadNoneOfItsRowsUntilItIsOver() {
        List<String> untried = explain("work-untried-of-account", Map.of("account", "down", "limit", 500));
        List<String> over = explain(
                "work-tried-before-of-account",
                Map.of(
                        "account",
                        "down",
                        "limit",
                        500,
                        "latest",
                        Sql.time(Instant.now().minusSeconds(3600))));

        assertThat(pagesRead(untried)).as(String.join("\n", untried)).isLessThan(200);
        assertThat(pagesRead(over)).as(String.join("\n", over)).isLessThan(200);
    }

    private static List<String> explain(String name, Map<String, ?> values) {
        try (Handle handle = database.jdbi().open()) {
            Query query = handle.createQuery("explain (analyze, buffers, costs off, timing off) "
                            + database.queries().named(name).text())
                    .bind("queue", "dispatch")
                    .bind("now", Sql.time(Instant.now()));
            if (name.equals("work-due-accounts")) {
                query.bindArray("accounts", String.class, accounts());
            }
            values.forEach(query::bind);
            List<String> plan = query.mapTo(String.class).list();
            handle.rollback();
            return plan;
        }
    }

    private static List<String> accounts() {
        return IntStream.rangeClosed(0, OTHERS)
                .mapToObj(number -> number == OTHERS ? "own" : "other-" + number)
                .toList();
    }

    private static long pagesRead(List<String> plan) {
        String first = plan.stream()
                .filter(line -> line.contains("Buffers:"))
                .findFirst()
                .orElseThrow();
        return Pattern.compile("(?:hit|read)=(\\d+)")
                .matcher(first)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    /** What scans gave and what they threw away, each as often as they ran. */
    private static long rowsRead(List<String> plan) {
        Pattern rows = Pattern.compile(
                "(?:Scan.*actual rows=(\\d+) loops=(\\d+)|Removed by (?:Index Recheck|Filter): (\\d+))");
        return plan.stream()
                .map(rows::matcher)
                .filter(Matcher::find)
                .mapToLong(found -> found.group(3) == null
                        ? Long.parseLong(found.group(1)) * Long.parseLong(found.group(2))
                        : Long.parseLong(found.group(3)))
                .sum();
    }
}
