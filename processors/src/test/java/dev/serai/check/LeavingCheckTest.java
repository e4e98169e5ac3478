package dev.serai.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Problem;
import dev.serai.files.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail that a strategy sends needs an account, which is told before the first mail comes. */
class LeavingCheckTest {
    private static final FileSet SHIPPED =
            Generation.load(Home.of(Path.of(System.getProperty("serai.home")))).files();

    private final Map<String, String> files = new TreeMap<>();

    @BeforeEach
    void shipped() {
        SHIPPED.paths().forEach(path -> files.put(path, SHIPPED.text(path).orElseThrow()));
    }

    @Test
    void anInstanceWithoutAnyAccountShouldPass() {
        assertThat(check()).isEmpty();
    }

    @Test
    void aMailboxWithoutAnyAccountShouldBeWarnedOf() {
        mailbox("");

        assertThat(check())
                .singleElement()
                .asString()
                .contains("warning: ", "its replies cannot leave; ./serai new account default makes it");
    }

    @Test
    void theOnlyAccountShouldBeEnough() {
        mailbox("");
        account("sales");

        assertThat(check()).isEmpty();
    }

    @Test
    void severalAccountsOfWhichNoneIsChosenShouldBeAnErrorWhereAStrategySends() {
        mailbox("");
        account("sales");
        account("support");

        assertThat(check().stream().filter(Problem::isError))
                .hasSize(5)
                .allSatisfy(problem -> assertThat(problem.toString())
                        .startsWith("routes/strategies/strategy-")
                        .contains(
                                "sends, but nothing says by which of the accounts [sales, support]",
                                "./serai new account default"));
    }

    @Test
    void severalAccountsOfWhichAMailboxChoosesShouldPass() {
        mailbox(", replyVia: sales");
        account("sales");
        account("support");

        assertThat(check()).isEmpty();
    }

    private void mailbox(String more) {
        files.put("routes/capture/capture-mail-support.camel.yaml", """
                - route:
                    id: capture-mail-support
                    description: Takes mail.
                    from:
                      uri: kamelet:mailbox-source
                      parameters: {name: support, address: support@example.com, host: localhost, username: support,
                        secret: "env:X"%s}
                      steps:
                        - log: {id: captured, message: captured, loggingLevel: DEBUG}
                """.formatted(more));
    }

    private void account(String name) {
        files.put("routes/dispatch/dispatch-smtp-" + name + ".camel.yaml", """
                - route:
                    id: dispatch-smtp-%1$s
                    description: Sends mail.
                    from:
                      uri: direct:dispatch-smtp-%1$s
                      steps:
                        - to: {id: send, uri: "kamelet:smtp-sink", parameters: {host: localhost, from: %1$s@example.com}}
                """.formatted(name));
    }

    private List<Problem> check() {
        return new Checker(Settings.of(Map.of()), StrategyTests.none()).check(Generation.of(FileSet.ofTexts(files)));
    }
}
