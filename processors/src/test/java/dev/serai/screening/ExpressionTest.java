package dev.serai.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
    private static Outcome evaluate(String expression, String content) {
        try {
            return Expression.parse(expression).evaluate(Content.of(content));
        } catch (ExpressionException e) {
            throw new AssertionError(expression + ": " + e.getMessage(), e);
        }
    }

    private static boolean matches(String expression, String content) {
        return evaluate(expression, content).matched();
    }

    /** The worked examples of the manuals. */
    @ParameterizedTest(name = "{0} on {1} is {2}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
        Find("pacific") ¦ Pacific ¦ true
        Find("Pacific",false) ¦ pacific ¦ false
        Find("interest rate") && Find("APR",false) ¦ our interest rate is low ¦ false
        Find("interest rate") && Find("APR",false) ¦ interest rate, apr ¦ false
        Find("interest rate") && Find("APR",false) ¦ Interest Rate, APR ¦ true
        !Find("windows") ¦ a text without it ¦ true
        !Find("windows") ¦ Windows 11 ¦ false
        Find("bird") && !Find("goose") ¦ a goose is a bird ¦ false
        Find("debt") && Find("income") || Find("profit") ¦ profits are fantastic ¦ true
        Find("debt") && (Find("income") || Find("profit")) ¦ debts impact profit ¦ true
        Find("debt") && (Find("income") || Find("profit")) ¦ profits are fantastic ¦ false
        RegExFind("\\d\\d",ID_code,false) ¦ ref 42 ¦ true
        RegExMatch("\\d\\d\\d\\d\\d") ¦ zip 94080 ¦ false
        RegExMatch("\\d\\d\\d\\d\\d") ¦ 94080 ¦ true
        RegExFind("s[^e]t") ¦ set ¦ false
        RegExFind("s[^e]t") ¦ sit ¦ true
        RegExFind("3\\+4") ¦ 3+4 ¦ true
        RegExFind("3\\+4") ¦ 334 ¦ false
        RegExFind("(\\d\\d\\d|\\(\\d\\d\\d\\))[\\s\\.\\-]?\\s*\\d\\d\\d[\\-\\.]\\d\\d\\d\\d") ¦ (203) 555-1234 ¦ true
        RegExFind("(\\d\\d\\d|\\(\\d\\d\\d\\))[\\s\\.\\-]?\\s*\\d\\d\\d[\\-\\.]\\d\\d\\d\\d") ¦ 203.555.1234 ¦ true
        """)
    void workedExampleShouldGiveItsResult(String expression, String content, boolean expected) {
        assertThat(matches(expression, content)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} on {1} is {2}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
        Find("a") || Find("b") && Find("c") ¦ a ¦ true
        Find("a") || Find("b") && Find("c") ¦ b ¦ false
        (Find("a") || Find("b")) && Find("c") ¦ a ¦ false
        !Find("a") && Find("b") ¦ b ¦ true
        !(Find("a") && Find("b")) ¦ a b ¦ false
        !(Find("a") && Find("b")) ¦ b ¦ true
        !!Find("a") ¦ a ¦ true
        ! ! ! Find("a") ¦ a ¦ false
        !(!(Find("a"))) ¦ a ¦ true
        ((((Find("a"))))) ¦ a ¦ true
        Find("a")||Find("b")||Find("c") ¦ c ¦ true
        Find("a")&&Find("b")&&Find("c") ¦ a b ¦ false
        """)
    void operatorsShouldBindByTheirStrength(String expression, String content, boolean expected) {
        assertThat(matches(expression, content)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} on {1} is {2}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
        Find("say \\"yes\\"") ¦ please say "yes" now ¦ true
        RegExFind("\\"\\d+\\"") ¦ he said "42" ¦ true
        RegExFind("\\\\") ¦ C:\\temp ¦ true
        RegExFind("a\\\\") ¦ a/ ¦ false
        Find("C:\\temp") ¦ in C:\\temp now ¦ true
        Find("C:\\\\") ¦ disk C:\\ is full ¦ true
        Find("\\d") ¦ 5 ¦ false
        Find(“invoice”) ¦ Invoice ¦ true
        Find(„Rechnung“) ¦ Rechnung ¦ true
        Find(‟x”) ¦ x ¦ true
        RegExFind(“\\d{2}”, “key”, false) ¦ 42 ¦ true
        Find(«Facture») ¦ la facture ¦ true
        Find(＂x＂) ¦ x ¦ true
        Find("he said “hi”") ¦ he said “hi” ¦ true
        Find("half”) ¦ half ¦ true
        Find(“half") ¦ half ¦ true
        RegExFind("(?i)x[[:digit:]]\\x{41}",false) ¦ X1a ¦ true
        RegExFind("\\Qa.b\\E") ¦ a.b ¦ true
        RegExFind("\\Qa.b\\E") ¦ axb ¦ false
        RegExFind("€\\s?\\d+") ¦ € 12 ¦ true
        """)
    void textsShouldKeepTheirBackslashesAndQuotes(String expression, String content, boolean expected) {
        assertThat(matches(expression, content)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} on {1} is {2}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
        Find("MÜLLER") ¦ müller ¦ true
        Find("ΣΊΣΥΦΟΣ") ¦ σίσυφος ¦ true
        Find("привет") ¦ ПРИВЕТ ¦ true
        Find("Müller",false) ¦ müller ¦ false
        Find("a",TRUE) ¦ A ¦ true
        Find("請求書") ¦ 請求書を送付 ¦ true
        Find("😀") ¦ hi 😀 ¦ true
        RegExFind("^.$") ¦ 😀 ¦ true
        RegExFind("ÄRGER") ¦ ärger ¦ true
        RegExFind("abc",false) ¦ ABC ¦ false
        RegExFind("abc",key,false) ¦ ABC ¦ false
        RegExFind("abc",,false) ¦ ABC ¦ false
        RegExFind("abc","",false) ¦ abc ¦ true
        RegExMatch("abc",false) ¦ ABC ¦ false
        RegExMatch("abc") ¦ ABC ¦ true
        """)
    void letterCaseShouldCountOnlyWhenAsked(String expression, String content, boolean expected) {
        assertThat(matches(expression, content)).isEqualTo(expected);
    }

    @Test
    void composedAndDecomposedLettersShouldBeTheSame() {
        assertThat(matches("Find(\"Müller\")", "Mu\u0308ller")).isTrue();
    }

    @Test
    void emptyContentShouldMatchOnlyWhatMatchesNothing() {
        assertThat(matches("Find(\"a\")", "")).isFalse();
        assertThat(matches("!Find(\"a\")", "")).isTrue();
        assertThat(matches("RegExMatch(\"\")", "")).isTrue();
        assertThat(matches("RegExMatch(\".*\")", "")).isTrue();
        assertThat(matches("RegExMatch(\".+\")", "")).isFalse();
        assertThat(matches("Find(\"\")", "")).isTrue();
    }

    @Test
    void regExMatchShouldCrossLines() {
        assertThat(matches("RegExMatch(\"dear.*regards\")", "Dear all,\r\n\r\nthanks\r\nRegards\r\n"))
                .isTrue();
        assertThat(matches("RegExFind(\"dear.*regards\")", "Dear all,\nthanks\nRegards"))
                .isFalse();
        assertThat(matches("RegExFind(\"(?s)dear.*regards\")", "Dear all,\nthanks\nRegards"))
                .isTrue();
    }

    @Test
    void lineEndsAtTheEndShouldNotKeepAnExpressionFromMatching() {
        assertThat(matches("RegExMatch(\"\\d{5}\")", "94080\r\n")).isTrue();
        assertThat(matches("RegExMatch(\"(\\w+\\n)+\")", "one\ntwo\n")).isTrue();
        assertThat(matches("RegExFind(\"regards$\")", "Kind regards\n")).isTrue();
        assertThat(matches("RegExFind(\"^b\")", "a\nb")).isFalse();
        assertThat(matches("RegExFind(\"(?m)^b$\")", "a\r\nb\r\nc")).isTrue();
    }

    @Test
    void lineEndsOfOtherSystemsShouldBeLineEnds() {
        assertThat(matches("RegExFind(\"a\\r\\nb\")", "a\r\nb")).isTrue();
        assertThat(matches("RegExFind(\"a[\\r\\n]+b\")", "a\r\nb")).isTrue();
        assertThat(matches("RegExFind(\"a\\\\r\\nb\")", "a\\r\nb")).isTrue();
        assertThat(matches("Find(\"a\r\nb\")", "a\nb")).isTrue();
    }

    @Test
    void capturedValueShouldBeTheWholeMatch() {
        assertThat(evaluate("RegExFind(\"INV-(\\d{6})\", \"invoice\")", "see INV-004711 and INV-004712")
                        .values())
                .containsExactly(Map.entry("ScrKey_invoice", "INV-004711"));
    }

    @Test
    void capturedValueShouldKeepTheLetterCaseOfTheContent() {
        assertThat(evaluate("RegExFind(\"inv-\\d+\",ID_code)", "See Inv-7").values())
                .containsEntry("ScrKey_ID_code", "Inv-7");
    }

    @Test
    void quotedTruthShouldBeAKey() {
        assertThat(evaluate("RegExFind(\"\\d\", \"true\")", "7").values()).containsEntry("ScrKey_true", "7");
    }

    @Test
    void firstCallShouldWinWhenTwoCaptureTheSameKey() {
        assertThat(evaluate("RegExFind(\"a\\d\",k) && RegExFind(\"b\\d\",k)", "b2 a1")
                        .values())
                .containsEntry("ScrKey_k", "a1");
    }

    @Test
    void bothAlternativesShouldGiveTheirValues() {
        assertThat(evaluate("RegExFind(\"a\\d\",x) || Find(\"b\") || RegExFind(\"b\\d\",y)", "a1 b2")
                        .values())
                .containsEntry("ScrKey_x", "a1")
                .containsEntry("ScrKey_y", "b2");
    }

    @Test
    void branchThatDoesNotHoldShouldGiveNoValues() {
        assertThat(evaluate("RegExFind(\"a\\d\",x) && Find(\"no\") || RegExFind(\"b\\d\",x)", "a1 b2")
                        .values())
                .containsExactly(Map.entry("ScrKey_x", "b2"));
    }

    @Test
    void negationShouldGiveNoValues() {
        assertThat(evaluate("!!RegExFind(\"a\\d\",x)", "a1").values()).isEmpty();
    }

    @Test
    void expressionThatDoesNotHoldShouldGiveNoValues() {
        assertThat(evaluate("RegExFind(\"a\\d\",x) && Find(\"no\")", "a1").values())
                .isEmpty();
    }

    @Test
    void evilRegexShouldRunInLinearTime() {
        String body = "a".repeat(999_000) + "b";
        boolean matched =
                Assertions.assertTimeout(Duration.ofSeconds(20), () -> matches("RegExFind(\"(a+)+$\")", body));
        assertThat(matched).isFalse();
    }

    @Test
    void contentBehindTheLimitShouldNotBeRead() {
        Content content = Content.of("x".repeat(Content.LIMIT) + "needle");
        assertThat(content.unread()).isEqualTo(6);
        assertThat(content.text()).doesNotContain("needle");
    }
}
