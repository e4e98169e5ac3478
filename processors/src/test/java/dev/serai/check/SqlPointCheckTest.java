package dev.serai.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.Problem;
import dev.serai.files.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SqlPointCheckTest {
    private static final String GOOD = """
            -- name: capture
            select id, external_id, subject from orders where status = 'new'
            -- name: captured
            update orders set status = 'done', interaction = :interactionId where id = :id
            -- name: failed
            update orders set status = :errorCode, error = :error_description where id = :id
            """;

    private final Map<String, String> files = new HashMap<>(Map.of(
            "config/databases/shop.yaml", "description: Shop\nurl: jdbc:h2:mem:shop\n", "sql/points/orders.sql", GOOD));
    private String parameters = "name: orders";

    @Test
    void statementsThatFitEachOtherShouldBeWell() {
        assertThat(problems()).isEmpty();
    }

    @Test
    void aMissingCapturedShouldBeAnErrorThatSaysWhatWouldHappen() {
        files.put("sql/points/orders.sql", GOOD.replace("-- name: captured", "-- name: capturde"));

        assertThat(problems())
                .anyMatch(one -> one.contains("section 'captured' is missing: without it the rows of 'capture' would be"
                        + " read again for ever"))
                .anyMatch(one -> one.contains("sql/points/orders.sql:3") && one.contains("unknown section 'capturde'"));
    }

    @Test
    void aMissingFileShouldBeAnError() {
        files.put("sql/points/order.sql", GOOD);
        files.remove("sql/points/orders.sql");

        assertThat(problems())
                .anyMatch(one -> one.contains("there is no sql/points/orders.sql"))
                .anyMatch(one -> one.contains("sql/points/order.sql:1") && one.contains("nobody reads this file"));
    }

    @Test
    void anUnknownDatabaseShouldBeAnError() {
        parameters = "name: orders, database: shpo";

        assertThat(problems()).singleElement().asString().contains("'database'", "config/databases/shpo.yaml", "shop");
    }

    @Test
    void aParameterThatIsNoColumnShouldBeAnErrorAtItsLine() {
        files.put(
                "sql/points/orders.sql",
                GOOD.replace("where id = :id\n-- name: failed", "where id = :orderId\n-- name: failed"));

        assertThat(problems()).singleElement().asString().contains("sql/points/orders.sql:4", ":orderId", "'captured'");
    }

    @Test
    void errorsShouldBeOfRefusedRowsOnly() {
        files.put("sql/points/orders.sql", GOOD.replace("interaction = :interactionId", "error = :errorCode"));

        assertThat(problems()).singleElement().asString().contains(":errorCode", "'captured'");
    }

    @Test
    void whatASelectOfAllColumnsHasCannotBeTold() {
        files.put(
                "sql/points/orders.sql",
                GOOD.replace("select id, external_id, subject", "select *").replace("= :id", "= :order_number"));

        assertThat(problems()).isEmpty();
    }

    @Test
    void changesShouldNeedTheirMarksToo() {
        files.put("sql/points/orders.sql", GOOD + "-- name: changes\nselect id, operation from changes\n");

        assertThat(problems())
                .anyMatch(one -> one.contains("'changed' is missing"))
                .anyMatch(one -> one.contains("'change-failed' is missing"));
    }

    @Test
    void aKindOfNotificationShouldHaveAStatementOfKnownParameters() {
        parameters = "name: orders, notify: 'stopped,held'";
        files.put(
                "sql/points/orders.sql",
                GOOD + "-- name: notify-held\ninsert into news values (:deliveryId, :userData.tier, :tier)\n");

        assertThat(problems())
                .hasSize(2)
                .anyMatch(one -> one.contains("'notify-stopped'"))
                .anyMatch(one -> one.contains("':tier' of 'notify-held' is not known"));
    }

    @Test
    void aStatementThatDoesTheOthersWorkShouldBeAnError() {
        files.put("sql/points/orders.sql", GOOD.replace("update orders set status = 'done'", "select 1 as done"));

        assertThat(problems()).anyMatch(one -> one.contains("'captured' changes rows"));
    }

    private List<String> problems() {
        files.put("routes/capture/capture-sql-orders.camel.yaml", """
                - route:
                    id: capture-sql-orders
                    description: A test.
                    from:
                      uri: kamelet:sql-capture-source
                      parameters: {%s}
                      steps: []
                """.formatted(parameters));
        Generation generation = Generation.of(FileSet.ofTexts(files));
        assertThat(generation.problems()).isEmpty();
        Problems problems = new Problems();
        new SqlPointCheck().check(generation, problems);
        return problems.list().stream().map(Problem::toString).toList();
    }
}
