package dev.serai.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleBookTest {
    private static RuleBook book(String... lines) {
        RuleBook book = RuleBook.load(Map.of("config/screening/desk.yaml", "rules:\n" + String.join("\n", lines)));
        assertThat(book.problems()).isEmpty();
        return book;
    }

    private static boolean matched(String rule, ScreeningInput.Builder input) {
        return book("  - " + rule).screen(List.of(), input.build(), false).matched();
    }

    private static ScreeningInput.Builder mail(String subject, String body) {
        return ScreeningInput.builder().subject(subject).body(body);
    }

    @Test
    void everyPartShouldSatisfyThePatternByDefault() {
        String rule = "{name: r, pattern: 'Find(\"invoice\")', in: [subject, body]}";
        assertThat(matched(rule, mail("invoice", "hello"))).isFalse();
        assertThat(matched(rule, mail("invoice", "the invoice"))).isTrue();
    }

    @Test
    void patternShouldReadSubjectAndBodyByDefault() {
        String rule = "{name: r, pattern: 'Find(\"invoice\")'}";
        assertThat(matched(rule, mail("invoice", "the invoice").header("X: y"))).isTrue();
        assertThat(matched(rule, mail("invoice", "hello").header("X: invoice"))).isFalse();
    }

    @Test
    void patternWithoutPartsShouldReadWhatThereIs() {
        String rule = "{name: r, pattern: 'Find(\"invoice\")'}";
        assertThat(matched(rule, ScreeningInput.builder().body("invoice"))).isTrue();
        assertThat(matched(rule, ScreeningInput.builder().header("invoice"))).isFalse();
    }

    @Test
    void anyPartShouldSatisfyTheWholePatternByItself() {
        String rule = "{name: r, pattern: 'Find(\"a\") && Find(\"b\")', in: [subject, body], match: any}";
        assertThat(matched(rule, mail("a", "b"))).isFalse();
        assertThat(matched(rule, mail("x", "a b"))).isTrue();
    }

    @Test
    void negationShouldHoldWithAnyWhenOnePartIsWithoutTheText() {
        String rule = "{name: r, pattern: '!Find(\"spam\")', in: [subject, body], match: any}";
        assertThat(matched(rule, mail("spam", "ham"))).isTrue();
        assertThat(matched(rule, mail("spam", "spam"))).isFalse();
    }

    @Test
    void negationShouldHoldWithEachWhenNoPartHasTheText() {
        String rule = "{name: r, pattern: '!Find(\"spam\")', in: [subject, body]}";
        assertThat(matched(rule, mail("spam", "ham"))).isFalse();
        assertThat(matched(rule, mail("ham", "ham"))).isTrue();
    }

    @Test
    void absentPartShouldCountAsEmptyText() {
        assertThat(matched(
                        "{name: r, pattern: 'Find(\"a\")', in: [subject, header]}",
                        ScreeningInput.builder().subject("a")))
                .isFalse();
        assertThat(matched("{name: r, pattern: '!Find(\"a\")', in: [header, 'userData:x']}", ScreeningInput.builder()))
                .isTrue();
    }

    @Test
    void patternShouldReadUserData() {
        String rule = "{name: r, pattern: 'Find(\"gold\")', in: ['userData:tier']}";
        assertThat(matched(rule, ScreeningInput.builder().userData(Map.of("tier", "Gold"))))
                .isTrue();
        assertThat(matched(rule, ScreeningInput.builder().userData(Map.of("other", "Gold"))))
                .isFalse();
    }

    @Test
    void addressShouldMatchAsSubstringByDefault() {
        String rule = "{name: r, addresses: [xyz@domainname.com]}";
        assertThat(matched(rule, ScreeningInput.builder().addresses(List.of("abc.XYZ@domainname.com"))))
                .isTrue();
        assertThat(matched(rule, ScreeningInput.builder().addresses(List.of("xyz@domain.com"))))
                .isFalse();
    }

    @Test
    void exactAddressShouldBeTheWholeOne() {
        String rule = "{name: r, addresses: [xyz@domainname.com], addressMatch: exact}";
        assertThat(matched(rule, ScreeningInput.builder().addresses(List.of("abc.xyz@domainname.com"))))
                .isFalse();
        assertThat(matched(rule, ScreeningInput.builder().addresses(List.of("Jo <XYZ@domainname.com>"))))
                .isTrue();
    }

    @Test
    void addressAndPatternShouldBothHoldByDefault() {
        String rule = "{name: r, addresses: [pay@], pattern: 'Find(\"refund\")', in: [body]}";
        assertThat(matched(rule, mail("", "refund").addresses(List.of("pay@x.org"))))
                .isTrue();
        assertThat(matched(rule, mail("", "refund").addresses(List.of("help@x.org"))))
                .isFalse();
        assertThat(matched(rule, mail("", "hello").addresses(List.of("pay@x.org"))))
                .isFalse();
    }

    @Test
    void addressOrPatternShouldBeEnoughWhenTheRelationIsOr() {
        String rule = "{name: r, addresses: [pay@], pattern: 'Find(\"refund\")', in: [body], relation: or}";
        assertThat(matched(rule, mail("", "refund").addresses(List.of("help@x.org"))))
                .isTrue();
        assertThat(matched(rule, mail("", "hello").addresses(List.of("pay@x.org"))))
                .isTrue();
        assertThat(matched(rule, mail("", "hello").addresses(List.of("help@x.org"))))
                .isFalse();
    }

    @Test
    void languageShouldLeaveOutRulesOfOtherLanguagesOnly() {
        String rule = "{name: r, pattern: 'Find(\"a\")', in: [subject], languages: [en, pt-BR]}";
        assertThat(matched(rule, mail("a", "").language("en"))).isTrue();
        assertThat(matched(rule, mail("a", "").language("en-GB"))).isTrue();
        assertThat(matched(rule, mail("a", "").language("de"))).isFalse();
        assertThat(matched(rule, mail("a", "").language("pt"))).isFalse();
        assertThat(matched(rule, mail("a", ""))).isTrue();
    }

    @Test
    void disabledRuleShouldBeListedWithoutAMatch() {
        RuleBook book = book("  - {name: r, pattern: 'Find(\"a\")', in: [subject], enabled: false}");
        ScreeningResult result = book.screen(List.of(), mail("a", "").build(), false);
        assertThat(result.rules()).containsExactly(new RuleResult("desk/r", false, Map.of()));
        assertThat(book.groups().get(0).rules())
                .extracting(RuleSummary::enabled)
                .containsExactly(false);
    }

    @Test
    void rulesShouldRunInTheOrderOfTheirList() {
        RuleBook book = book(
                "  - {name: z, pattern: 'RegExFind(\"a\\d\",k)', in: [subject]}",
                "  - {name: m, pattern: 'Find(\"no\")', in: [subject]}",
                "  - {name: a, pattern: 'RegExFind(\"\\d\",k)', in: [subject]}");
        ScreeningResult result = book.screen(List.of(), mail("a1", "").build(), false);
        assertThat(result.rules()).extracting(RuleResult::rule).containsExactly("desk/z", "desk/m", "desk/a");
        assertThat(result.matchedRules()).containsExactly("desk/z", "desk/a");
        assertThat(result.values()).containsExactly(Map.entry("ScrKey_k", "a1"));
    }

    @Test
    void screeningShouldStopAtTheFirstMatchWhenAsked() {
        RuleBook book = book(
                "  - {name: one, pattern: 'Find(\"x\")', in: [subject]}",
                "  - {name: two, pattern: 'Find(\"a\")', in: [subject]}",
                "  - {name: three, pattern: 'Find(\"a\")', in: [subject]}");
        assertThat(book.screen(List.of(), mail("a", "").build(), true).rules())
                .extracting(RuleResult::rule)
                .containsExactly("desk/one", "desk/two");
    }

    @Test
    void selectionShouldKeepItsOwnOrder() {
        RuleBook book = RuleBook.load(Map.of(
                "a.yaml", "rules: [{name: r, addresses: [x]}, {name: s, addresses: [x]}]",
                "b.yaml", "rules: [{name: r, addresses: [x]}]"));
        assertThat(book.screen(
                                List.of("b", "a/s", "b/r"),
                                ScreeningInput.builder().build(),
                                false)
                        .rules())
                .extracting(RuleResult::rule)
                .containsExactly("b/r", "a/s");
    }

    @Test
    void unknownSelectionShouldBeRefusedWithTheNearest() {
        RuleBook book = book("  - {name: r, addresses: [x]}");
        assertThat(book.unknown("desk")).isEmpty();
        assertThat(book.unknown("desks"))
                .hasValueSatisfying(reason -> assertThat(reason).contains("'desk'"));
        assertThatThrownBy(() ->
                        book.screen(List.of("desks"), ScreeningInput.builder().build(), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("desks");
    }

    @Test
    void partLongerThanTheLimitShouldBeAWarning() {
        RuleBook book = book("  - {name: r, pattern: 'Find(\"needle\")', in: [body]}");
        ScreeningResult result = book.screen(
                List.of(), mail("", "x".repeat(Content.LIMIT) + "needle").build(), false);
        assertThat(result.matched()).isFalse();
        assertThat(result.warnings()).singleElement().asString().contains("body is longer than");
    }

    @Test
    void adHocRuleShouldReadWhateverPartsAreGiven() throws ExpressionException {
        Expression expression = Expression.parse("RegExFind(\"n\\d\",n)");
        ScreeningInput input = ScreeningInput.builder()
                .header("X: y")
                .userData(Map.of("k", "n7"))
                .build();
        ScreeningResult result = AdHocRule.screen("rule", expression, input);
        assertThat(result.values()).containsExactly(Map.entry("ScrKey_n", "n7"));
    }
}
