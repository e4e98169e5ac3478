package dev.serai.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.strategy.Outside;
import dev.serai.trial.TrialHouse;
import dev.serai.trial.TrialReport;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeanActionTest {
    private static final String STRATEGY = "routes/strategies/strategy-inbound.camel.yaml";

    @Test
    void codeShouldSeeTheInteractionAndAttachToIt() throws Exception {
        TrialReport report = tried("see");

        assertThat(report.userData().get("seen"))
                .asString()
                .startsWith("jo@example.org Invoice {")
                .contains("before=1");
        assertThat(report.priority()).isEqualTo(100);
        assertThat(report.queue()).isEqualTo("general");
    }

    @Test
    void anEndingShouldEndTheRun() throws Exception {
        TrialReport report = tried("stop");

        assertThat(report.outcome()).isEqualTo("stopped");
        assertThat(report.reason()).isEqualTo("spam");
        assertThat(report.decisions()).anyMatch(step -> step.effect().equals("it smells"));
        assertThat(tried("hold").outcome()).isEqualTo("held");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null | failed with IllegalStateException: it returned null; Decision.goOn() is for no decision",
                "throw | failed with IllegalStateException: told to fail",
                "nowhere | places in queue 'nowhere', which config/queues/ does not declare",
                "send | sends an interaction of type Inbound; only Outbound can be sent"
            })
    void whatFailsShouldBeSaidInWords(String does, String words) throws Exception {
        assertThat(tried(does).warnings())
                .anyMatch(warning -> warning.contains("step 'code'") && warning.contains(words));
    }

    @Test
    void checkShouldNameCodeThatCannotBeMade() {
        assertThat(check("dev.serai.decision.Scripted", "does = refuse"))
                .containsExactly(
                        STRATEGY + ":11: 'config' of step 'code': class 'dev.serai.decision.Scripted' cannot be made:"
                                + " 'does' is 'refuse', expected something else");
        assertThat(check("dev.serai.decision.Scripted$Other", ""))
                .anyMatch(line -> line.contains("does not implement dev.serai.decision.DecisionCode"));
    }

    @Test
    void checkShouldWarnWhereItCannotSeeTheEnding() {
        List<String> lines = new TrialHouse().file(STRATEGY, """
                        - route:
                            id: strategy-inbound
                            description: A test's own.
                            from:
                              uri: direct:strategy-inbound
                              steps:
                                - to: {id: code, uri: "kamelet:bean-action", parameters: {class: dev.serai.decision.Scripted}}
                        """).check();

        assertThat(lines)
                .singleElement()
                .asString()
                .contains("warning", "has no ending", "unless a step before it does so unseen");
    }

    private static List<String> check(String code, String config) {
        return house(code, config).check();
    }

    private static TrialReport tried(String does) throws Exception {
        return house("dev.serai.decision.Scripted", "does = " + does).tried(Outside.dry());
    }

    private static TrialHouse house(String code, String config) {
        return new TrialHouse().strategy("""
                - to: {id: before, uri: "kamelet:attach-action", parameters: {key: before, value: 1}}
                - to:
                    id: code
                    uri: kamelet:bean-action
                    parameters: {class: "%s", config: "%s"}
                """.formatted(code, config));
    }
}
