package dev.serai.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Problem;
import dev.serai.files.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a lookup is told with its line. */
class LookupCheckTest {
    private static final FileSet SHIPPED =
            Generation.load(Home.of(Path.of(System.getProperty("serai.home")))).files();
    private static final String STRATEGY = "routes/strategies/strategy-inbound.camel.yaml";
    private static final String QUERY = "sql/queries/customer.sql";
    private static final String SQL = "-- who it is\nselect tier from customer\nwhere address = :fromAddress\n";

    private final Map<String, String> files = new TreeMap<>();

    @Test
    void aQueryThatIsThereShouldPass() {
        assertThat(check("query: customer", SQL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "query: custommer | 'query' of step 'ask': there is no sql/queries/custommer.sql; did you mean 'customer'?",
                "query: customer, database: custommers | 'database' of step 'ask': there is no config/databases/custommers.yaml; did you mean 'customers'?",
                "query: customer, deadline: 1h | 'deadline' of step 'ask': 1h is not within 10ms to 20s",
                "query: customer, deadline: soon | 'deadline' of step 'ask': 'soon' is not a duration",
                "query: customer, maxRows: 2000 | 'maxRows' of step 'ask': 2000 is not within 1 to 1000",
                "query: customer, parameters: number | 'parameters' of step 'ask': the line 'number' is not of the form 'name = value'",
                "query: customer, parameters: \"number = ${body.\" | 'parameters' of step 'ask': Simple expression '${body.' does not parse",
                "query: customer, fallback: gold | 'fallback' of step 'ask': the line 'gold' is not of the form 'name = value'; the word 'nothing'",
            })
    void aStepThatCannotAskShouldBeRefusedAtItsLine(String parameters, String reason) {
        assertThat(check(parameters, SQL))
                .singleElement()
                .asString()
                .startsWith(STRATEGY + ":10: ")
                .contains(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "4 | and number = :custommer | parameter ':custommer' means nothing to step 'ask' at " + STRATEGY
                        + ":8",
                "4 | and tier = 'gold | is never closed",
                "4 | and number = ? | a parameter is written :name, not ?",
                "4 | ; delete from customer | there is a second statement; a query is one",
            })
    void aQueryThatCannotBeAskedShouldBeRefusedAtItsLine(int line, String end, String reason) {
        assertThat(check("query: customer", SQL + end))
                .singleElement()
                .asString()
                .startsWith(QUERY + ":" + line + ": ")
                .contains(reason);
    }

    @Test
    void whatWritesShouldBeRefused() {
        assertThat(check("query: customer", "update customer set tier = 'gold'"))
                .singleElement()
                .asString()
                .startsWith(QUERY + ":1: ")
                .contains("a query begins with select, with, values or table; lookups only read");
    }

    @Test
    void oneOfSeveralDatabasesShouldBeNamed() {
        files.put("config/databases/orders.yaml", "description: Orders.\nurl: jdbc:h2:mem:orders\n");

        assertThat(check("query: customer", SQL))
                .singleElement()
                .asString()
                .contains("there are several databases, and none is named; expected one of customers, orders");
    }

    private List<Problem> check(String parameters, String sql) {
        String kamelet = "routes/kamelets/lookup-action.kamelet.yaml";
        files.put(kamelet, SHIPPED.text(kamelet).orElseThrow());
        files.put(QUERY, sql);
        files.put("config/databases/customers.yaml", "description: Customers.\nurl: jdbc:h2:mem:customers\n");
        files.put(STRATEGY, """
                - route:
                    id: strategy-inbound
                    from:
                      uri: direct:strategy-inbound
                      steps:
                        - to:
                            id: ask
                            uri: kamelet:lookup-action
                            parameters:
                              {%s}
                """.formatted(parameters));
        Problems problems = new Problems();
        new LookupCheck(new Catalog()).check(Generation.of(FileSet.ofTexts(files)), problems);
        return problems.list();
    }
}
