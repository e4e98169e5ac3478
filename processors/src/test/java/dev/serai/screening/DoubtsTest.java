package dev.serai.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoubtsTest {
    private static List<String> doubts(String expression) throws ExpressionException {
        return Doubts.of(Expression.parse(expression));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            Find("") ¦ it holds on every text
            RegExFind("a*") ¦ also matches nothing at all
            RegExFind("(x|y)?") ¦ it holds on every text
            RegExFind("^") ¦ it holds on every text
            RegExMatch(".*") ¦ it holds on every text
            RegExFind("a") || RegExFind("b*") ¦ it holds on every text
            RegExFind("$a") ¦ it can never hold
            RegExFind("a\\bb") ¦ it can never hold
            Find("a") && !RegExFind("x*") ¦ it can never hold
            Find("invoice") && !Find("voice") ¦ it can never hold
            Find("total \\d+") ¦ for a regular expression write RegExFind
            Find("from .* to") ¦ for a regular expression write RegExFind
            RegExFind("a",k) && RegExFind("b",k) ¦ the key k is used twice
            """)
    void expressionThatIsHardlyMeantShouldBeDoubted(String expression, String doubt) throws ExpressionException {
        assertThat(doubts(expression)).anySatisfy(found -> assertThat(found).contains(doubt));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Find(\"a\") && !Find(\"b\")",
                "RegExFind(\"^\\s*$\")",
                "RegExMatch(\"\")",
                "RegExFind(\"\\d{6}\")",
                "!RegExFind(\"a.*b\")",
                "RegExFind(\"a\",k) || RegExFind(\"b\",k)",
                "Find(\"C:\\temp [1]\")",
                "RegExFind(\"[ab][^x]{18}a[^x]{9}\")",
                "Find(\"invoice\") && !Find(\"Voice\", false)"
            })
    void expressionThatMayBeMeantShouldNotBeDoubted(String expression) throws ExpressionException {
        assertThat(doubts(expression)).isEmpty();
    }
}
