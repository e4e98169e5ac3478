package dev.serai.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.trial.TrialHouse;
import org.junit.jupiter.api.Test;

/** What strategy tests and dry runs answer in place of databases and services. */
class DryOutsideTest {
    private static final String TESTS = """
            %s
            tests:
              - name: a customer is known
                mail: {from: jo@example.org, subject: x}
                %s
                expect: {queue: general, userData: {tier: %s}}
            """;

    private final TrialHouse house = new TrialHouse()
            .file("config/databases/customers.yaml", "description: x\nurl: jdbc:h2:mem:nowhere\n")
            .file("sql/queries/customer.sql", "select tier from customer where address = :fromAddress");

    @Test
    void mocksShouldAnswerLookups() {
        lookup("");
        assertThat(tested("mocks: {customer: {tier: gold}}", "", "gold")).isEmpty();
        assertThat(tested(
                        "mocks: {customer: {tier: gold}}",
                        "mocks: {customer: [{tier: silver}, {tier: iron}]}",
                        "silver"))
                .isEmpty();
    }

    @Test
    void mocksShouldAnswerCallsWithABody() {
        house.strategy("""
                - to:
                    id: crm
                    uri: kamelet:call-action
                    parameters:
                      url: https://crm.example.com/${body.fromAddress}
                      headers: "Authorization: Bearer secret(env:NOT_THERE_IN_TESTS)"
                      attach: tier = /customer/tier
                """);

        assertThat(tested("mocks: {crm: {customer: {tier: gold}}}", "", "gold")).isEmpty();
    }

    @Test
    void aTestWithoutAnAnswerShouldSayWhatToAdd() {
        lookup("");

        assertThat(tested("", "", "gold"))
                .containsExactly("routes/strategies/strategy-inbound.test.yaml:3: test 'a customer is known': step"
                        + " 'customer' asks database 'customers', and a dry run asks nobody; give its answer under"
                        + " 'mocks: {customer: {…}}' of the test, or a 'fallback' to the step, or try with --live");
    }

    @Test
    void theFallbackShouldStandInAndTheReportSaySo() throws Exception {
        lookup("fallback: tier = standard");

        assertThat(tested("", "", "standard")).isEmpty();
        assertThat(tested("mocks: {customer: away}", "", "standard")).isEmpty();
        assertThat(house.tried(Outside.dry()).decisions().get(0).effect())
                .isEqualTo("not asked in a dry run; fallback: tier = standard");
    }

    @Test
    void aMockOfNoStepShouldBeNamed() {
        lookup("fallback: nothing");

        assertThat(tested("mocks: {custommer: {tier: gold}}", "", "gold"))
                .anyMatch(
                        line -> line.contains("mocks names 'custommer'") && line.contains("did you mean 'customer'?"));
    }

    private void lookup(String more) {
        house.strategy("""
                - to:
                    id: customer
                    uri: kamelet:lookup-action
                    parameters:
                      query: customer
                """ + more.indent(6));
    }

    private java.util.List<String> tested(String ofFile, String ofTest, String tier) {
        return house.tests(TESTS.formatted(ofFile, ofTest, tier)).check();
    }
}
