package dev.serai.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleFileTest {
    private static String problems(String text) {
        RuleBook book = RuleBook.load(Map.of("config/screening/desk.yaml", text));
        return String.join("\n", book.problems().stream().map(Object::toString).toList());
    }

    private static String failures(String text) {
        RuleBook book = RuleBook.load(Map.of("config/screening/desk.yaml", text));
        assertThat(book.problems()).isEmpty();
        return String.join(
                "\n", book.failedTests().stream().map(Object::toString).toList());
    }

    @Test
    void shippedRulesShouldBeSoundAndPassTheirTests() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(Path.of(System.getProperty("serai.home"), "config/screening"))) {
            for (Path path : paths.toList()) {
                files.put("config/screening/" + path.getFileName(), Files.readString(path));
            }
        }
        RuleBook book = RuleBook.load(files);
        assertThat(book.problems()).isEmpty();
        assertThat(book.failedTests()).isEmpty();
        assertThat(book.groups()).extracting(RuleGroup::name).contains("billing", "general");
        assertThat(book.groups())
                .allSatisfy(group -> assertThat(group.rules())
                        .allSatisfy(rule -> assertThat(rule.tests()).isPositive()));
    }

    @Test
    void missingQuoteShouldBeNamedWithItsLine() {
        assertThat(problems("rules:\n  - name: r\n    pattern: 'Find(\"invoice)'\n"))
                .startsWith("config/screening/desk.yaml:3: 'pattern': column 6: this quote is never closed");
    }

    @Test
    void unknownKeyShouldBeNamedWithTheNearest() {
        assertThat(problems("rules:\n  - name: r\n    patern: 'Find(\"x\")'\n"))
                .contains("desk.yaml:3: unknown key 'patern'; did you mean 'pattern'?");
    }

    @Test
    void duplicateRuleShouldBeNamedWithTheFirst() {
        assertThat(problems("rules:\n  - {name: r, addresses: [a]}\n  - {name: r, addresses: [b]}\n"))
                .isEqualTo("config/screening/desk.yaml:3: rule 'r' stands twice, first on line 2");
    }

    @Test
    void backslashEatenByDoubleQuotesShouldBeExplained() {
        assertThat(problems("rules:\n  - name: r\n    pattern: \"RegExFind(\\\"\\d\\\")\"\n"))
                .startsWith("config/screening/desk.yaml:3: ")
                .contains("write the pattern in single quotes");
        assertThat(problems("rules:\n  - name: r\n    pattern: \"RegExFind(\\\"\\bx\\\")\"\n"))
                .startsWith("config/screening/desk.yaml:3: ")
                .contains("write the pattern in single quotes");
    }

    @Test
    void badRuleShouldLeaveTheOthersAlone() {
        RuleBook book = RuleBook.load(Map.of(
                "desk.yaml", "rules:\n  - {name: bad, pattern: 'Fin(\"x\")'}\n  - {name: good, addresses: [a]}\n"));
        assertThat(book.problems()).hasSize(1);
        assertThat(book.groups().get(0).rules()).extracting(RuleSummary::rule).containsExactly("desk/good");
    }

    @Test
    void ruleThatIsHardlyMeantShouldBeAWarningAndWork() {
        RuleBook book = RuleBook.load(Map.of("desk.yaml", "rules:\n  - name: r\n    pattern: 'RegExFind(\"a*\")'\n"));
        assertThat(book.problems())
                .allSatisfy(problem -> assertThat(problem.isError()).isFalse())
                .anySatisfy(
                        problem -> assertThat(problem).asString().contains("desk.yaml:3: ", "also matches nothing"));
        assertThat(book.groups().get(0).rules()).hasSize(1);
    }

    @Test
    void wrongValuesShouldEachBeNamed() {
        assertThat(problems("""
                        rules:
                          - {name: 'a/b', addresses: [a]}
                          - {name: b, addresses: [a], match: some}
                          - {name: c, addresses: [a], in: [subjekt]}
                          - {name: d}
                          - {addresses: [a]}
                          - {name: e, addresses: ['']}
                          - text
                        """))
                .contains(
                        "desk.yaml:2:", "desk.yaml:3:", "desk.yaml:4:", "desk.yaml:5:", "desk.yaml:6:", "desk.yaml:7:")
                .contains("desk.yaml:8:");
    }

    @Test
    void fileThatIsNoRuleFileShouldBeOneProblem() {
        assertThat(problems("")).contains("an empty file");
        assertThat(problems("- a\n")).contains("found a list");
        assertThat(problems("description: x\n")).contains("'rules' is missing");
        assertThat(problems("rules: [")).contains("not valid YAML");
    }

    @Test
    void twoFilesOfOneGroupShouldBeAProblem() {
        RuleBook book = RuleBook.load(Map.of("a/desk.yaml", "rules: []", "b/desk.yaml", "rules: []"));
        assertThat(book.problems()).singleElement().asString().contains("already in a/desk.yaml");
    }

    @Test
    void namesOfRulesShouldBeFreeButFitIntoLists() {
        assertThat(problems("rules: [{name: ID code_1, addresses: [a]}]")).isEmpty();
        assertThat(problems("rules: [{name: 'a,b', addresses: [a]}]")).contains("without , and /");
        assertThat(problems("rules: [{name: '', addresses: [a]}]")).contains("'name' is missing");
    }

    @Test
    void groupOfTheConfigurationShouldBeKebab() {
        String text = "rules: []";
        assertThat(RuleBook.load(Map.of("config/screening/My_Desk.yaml", text)).problems())
                .singleElement()
                .asString()
                .contains("lower-case kebab");
        assertThat(RuleBook.load(Map.of("/tmp/My_Desk.yaml", text)).problems()).isEmpty();
    }

    @Test
    void failedTestShouldBeNamedWithItsLine() {
        assertThat(failures("""
                        rules:
                          - name: r
                            pattern: 'RegExFind("n\\d", n)'
                            in: [subject]
                            tests:
                              - {subject: n1, matched: false}
                              - {subject: n1, values: {ScrKey_n: n2}}
                              - {subject: n1, values: {ScrKey_m: n1}}
                              - {subject: n1, values: {ScrKey_n: n1}}
                        """)).isEqualTo("""
                        config/screening/desk.yaml:6: test of rule desk/r: expected matched: false, found true
                        config/screening/desk.yaml:7: test of rule desk/r: expected ScrKey_n: n2, found n1
                        config/screening/desk.yaml:8: test of rule desk/r: expected ScrKey_m: n1, found no such value""".stripIndent());
    }

    @Test
    void defaultsShouldHoldForRulesThatSayNothing() {
        assertThat(failures("""
                        defaults: {in: [header], match: any, languages: [de]}
                        rules:
                          - name: r
                            pattern: 'Find("x-spam")'
                            tests:
                              - {header: 'X-Spam: yes', matched: true}
                              - {header: 'X-Spam: yes', language: en, matched: false}
                          - name: s
                            pattern: 'Find("x-spam")'
                            in: [subject]
                            tests: [{header: 'X-Spam: yes', matched: false}]
                        """)).isEmpty();
    }
}
