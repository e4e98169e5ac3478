package dev.serai.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.trial.TrialHouse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expressions of Simple that one mail can make run for years. */
class BacktrackingTest {
    @Test
    void aRepetitionInsideARepetitionShouldBeWarnedOf() {
        assertThat(checked("${body.subject} regex '(a+)+b'"))
                .singleElement()
                .asString()
                .contains("warning", "'regex' backtracks");
    }

    @Test
    void otherExpressionsShouldBeFine() {
        assertThat(checked("${body.subject} regex '(a|b)[0-9]+'")).isEmpty();
    }

    private static List<String> checked(String expression) {
        return new TrialHouse().strategy("""
                        - filter:
                            id: slow
                            expression: {simple: {expression: "%s"}}
                            steps:
                              - log: {id: note, message: hello}
                        """.formatted(expression)).check();
    }
}
