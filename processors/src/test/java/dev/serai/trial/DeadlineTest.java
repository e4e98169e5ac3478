package dev.serai.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.check.Checker;
import dev.serai.decision.Hanging;
import dev.serai.files.Home;
import dev.serai.files.Problem;
import dev.serai.files.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeadlineTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("serai.home"));
    private static final Settings SETTINGS = Settings.of(Map.of("serai.strategy.deadline", "1s"));

    @AfterEach
    void release() {
        Hanging.release();
    }

    @Test
    void aTestThatHangsShouldBeAnErrorAtItsPlaceAndTheLastThatRuns() {
        TrialHouse house = new TrialHouse()
                .strategy("- to: {id: code, uri: \"kamelet:bean-action\", parameters: {class: "
                        + Hanging.class.getName() + "}}")
                .tests("""
                        tests:
                          - name: hangs
                            mail: {from: jo@example.org, subject: Hello}
                            expect: {queue: general}
                          - name: comes after
                            mail: {from: jo@example.org, subject: Hello}
                            expect: {queue: general}
                        """);

        List<Problem> problems = new Checker(SETTINGS, new TrialTests(new Home(CHECKOUT, CHECKOUT), SETTINGS))
                .check(house.generation()).stream().filter(Problem::isError).toList();

        assertThat(problems)
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .startsWith("routes/strategies/strategy-inbound.test.yaml:2:")
                .contains("test 'hangs' did not end within 1.0 s (serai.strategy.deadline)");
    }
}
