package dev.serai.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Problem;
import dev.serai.files.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameCheckTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("serai.home"));

    @TempDir
    private Path instance;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${body.kind} == 'message'",
                "${body.subject.length()} > 5",
                "${body.getSubject} contains 'x'",
                "${body.from.address} == 'jo@example.org'",
                "${body?.from?.address} == 'jo@example.org'",
                "${body.userData[customerTier]} == 'gold'",
                "${body.to.size()} > 1",
                "${body.to[0].address} contains 'x'",
                "${body.contact.whatever} == 1 || ${bodyAs(String)} == 'x'",
                "${variable.rules} contains 'billing/invoice-number'",
                "${variable.tiers[0][tier]} == 'gold'",
                "${variable.mine} == 1",
            })
    void whatThereIsShouldPass(String expression) throws IOException {
        List<String> reasons = reasons(expression.replace("contact.whatever", "contact"));

        assertThat(reasons).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${body.subjct} contains 'x'|'body' has no 'subjct'; did you mean 'subject'?",
                "${body.from.adress} == 'x'|'body.from' has no 'adress'; did you mean 'address'?",
                "${body.subject.size()} > 5|'body.subject' has no 'size'",
                "${variable.rules} contains 'billing/invoice-numbr'|there is no rule group or rule 'billing/invoice-numbr'; did you mean 'billing/invoice-number'?",
                "${variable.rule} contains 'x'|nothing sets the variable 'rule'; did you mean 'rules'?",
            })
    void whatNothingHasShouldBeNamedWithTheNearest(String expression, String reason) throws IOException {
        assertThat(reasons(expression)).anyMatch(found -> found.contains(reason));
    }

    private List<String> reasons(String expression) throws IOException {
        Path file = instance.resolve("routes/strategies/strategy-inbound.camel.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                - route:
                    id: strategy-inbound
                    description: A test.
                    from:
                      uri: direct:strategy-inbound
                      steps:
                        - setVariable: {id: mine, name: mine, expression: {constant: {expression: "1"}}}
                        - setVariable: {id: tiers, name: tiers, expression: {constant: {expression: "x"}}}
                        - filter:
                            id: by
                            expression: {simple: {expression: "%s"}}
                            steps:
                              - to: {id: a, uri: "kamelet:place-action", parameters: {queue: general}}
                        - to: {id: b, uri: "kamelet:place-action", parameters: {queue: general}}
                """.formatted(expression));
        Home home = new Home(instance, CHECKOUT);
        return new Checker(Settings.load(home), StrategyTests.none())
                .check(Generation.load(home)).stream().map(Problem::reason).toList();
    }
}
