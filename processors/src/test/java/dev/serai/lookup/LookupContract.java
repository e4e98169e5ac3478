package dev.serai.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.serai.files.Home;
import dev.serai.strategy.LiveOutside;
import dev.serai.trial.TrialHouse;
import dev.serai.trial.TrialReport;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What `lookup-action` does on a real database. */
abstract class LookupContract {
    private static final String STEP = """
            - to:
                id: customer
                uri: kamelet:lookup-action
                parameters:
                  query: customer
                  %s
            - choice:
                id: known
                when:
                  - id: nobody
                    expression: {simple: {expression: "${variable.found} == false"}}
                    steps:
                      - to: {id: to-unrouted, uri: "kamelet:place-action", parameters: {queue: unrouted}}
            """;

    @TempDir
    private Path folder;

    private LiveOutside outside = new LiveOutside(new Home(Path.of("."), Path.of(".")), Clock.systemUTC());
    private final TrialHouse house = new TrialHouse();

    /** The lines of a file in config/databases/ that name a fresh database. */
    abstract String database(Path folder);

    abstract Connection connect() throws SQLException;

    /** A query that takes long and gives a column `slow`. */
    abstract String slow();

    @BeforeEach
    void fill() throws SQLException {
        house.file("config/databases/customers.yaml", "description: Customers.\n" + database(folder));
        execute("create table customer (address varchar(200), number integer, tier_name varchar(20), vip boolean)");
        execute("insert into customer values ('jo@example.org', 4711, 'go&ld+50%', true)");
        execute("insert into customer values ('jo@example.org', 4712, 'silver', false)");
        query(
                "select number, tier_name, vip, null as nothing from customer where address = :fromAddress order by number");
    }

    @AfterEach
    void close() {
        outside.close();
    }

    @Test
    void columnsOfTheFirstRowShouldBecomeUserData() throws Exception {
        TrialReport report = tried("prefix: customer");

        assertThat(report.userData())
                .contains(
                        entry("customerNumber", 4711),
                        entry("customerTierName", "go&ld+50%"),
                        entry("customerVip", true))
                .doesNotContainKey("customerNothing");
        assertThat(report.queue()).isEqualTo("general");
        assertThat(report.decisions().get(0).effect()).startsWith("2 rows; customerNumber = 4711");
    }

    @Test
    void aChoiceShouldSeeThatNothingWasFound() throws Exception {
        query("select number from customer where address = :messageId");

        assertThat(tried("").queue()).isEqualTo("unrouted");
    }

    @Test
    void allRowsShouldBeInTheVariable() throws Exception {
        house.strategy("""
                - to: {id: customer, uri: "kamelet:lookup-action", parameters: {query: customer, into: rows}}
                - to:
                    id: keep
                    uri: kamelet:attach-action
                    parameters: {key: second, value: "${variable.rows[1][tierName]} of ${variable.rows.size()}"}
                """);

        assertThat(house.tried(outside).userData()).containsEntry("second", "silver of 2");
    }

    @Test
    void valuesShouldArriveAsTheyAreAndNeverAsSql() throws Exception {
        query("select cast(:odd as varchar(200)) as odd, number from customer where number = :userData.number"
                + " and '--' <> ':x' /* :y */ -- :z");
        house.strategy("""
                - to: {id: number, uri: "kamelet:attach-action", parameters: {key: number, value: "4712"}}
                - to:
                    id: customer
                    uri: kamelet:lookup-action
                    parameters:
                      query: customer
                      parameters: |
                        odd = a+b%20c&d'; drop table customer; -- ${body.fromAddress}
                """);

        assertThat(house.tried(outside).userData())
                .containsEntry("odd", "a+b%20c&d'; drop table customer; -- jo@example.org")
                .containsEntry("number", 4712);
    }

    @Test
    void aQueryThatTakesTooLongShouldGiveWayToItsFallback() throws Exception {
        query(slow());
        long start = System.nanoTime();

        TrialReport report = tried("{deadline: 300ms, fallback: 'tier = standard', query: customer}");

        assertThat(report.userData()).containsEntry("tier", "standard");
        assertThat(report.decisions().get(0).effect())
                .contains(
                        "lookup:customers is away: no answer to query 'customer' within 300 ms; fallback: tier = standard");
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(20_000);
        assertThat(report.queue()).isEqualTo("unrouted");
    }

    @Test
    void aQueryThatTheDatabaseRefusesShouldFailInWords() throws Exception {
        query("select number from nowhere");

        TrialReport report = tried("");

        assertThat(report.warnings())
                .anyMatch(warning -> warning.contains("step 'customer': query 'customer' was refused"));
    }

    TrialReport tried(String parameters) throws Exception {
        house.strategy(
                parameters.startsWith("{")
                        ? STEP.replaceFirst("parameters:\\s+query: customer\\s+%s", "parameters: " + parameters)
                        : STEP.formatted(parameters));
        return house.tried(outside);
    }

    final void query(String sql) {
        house.file("sql/queries/customer.sql", "-- what we know\n" + sql + "\n");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static Connection connect(String url, String user, String password) throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }
}
