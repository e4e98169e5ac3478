package dev.serai.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionErrorTest {
    private static ExpressionException error(String expression) {
        return catchThrowableOfType(ExpressionException.class, () -> Expression.parse(expression));
    }

    @ParameterizedTest(name = "{0}: column {1}, {2}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
        `` ¦ 1 ¦ is empty
        Find("invoice) ¦ 6 ¦ never closed
        Find("a") && Find("b ¦ 19 ¦ never closed
        Find("a ¦ 6 ¦ never closed
        Fnd("a") ¦ 1 ¦ did you mean Find?
        find("a") ¦ 1 ¦ did you mean Find?
        Find("a") && RegexFind("b") ¦ 14 ¦ did you mean RegExFind?
        RegExpMatch("b") ¦ 1 ¦ did you mean RegExMatch?
        Contains("b") ¦ 1 ¦ expected one of Find, RegExFind, RegExMatch, CardNumber, PromisedAttachment
        Find("a" ¦ 9 ¦ expected ) at the end of Find, found the end
        (Find("a") ¦ 11 ¦ expected ) for the ( in column 1
        Find("a")) ¦ 10 ¦ this ) closes nothing
        Find ¦ 5 ¦ expected ( after Find
        Find "a" ¦ 6 ¦ expected ( after Find
        Find() ¦ 6 ¦ expected a text in double quotes
        Find(invoice) ¦ 6 ¦ expected a text in double quotes
        Find('invoice') ¦ 6 ¦ expected a text in double quotes
        Find("a",1) ¦ 10 ¦ expected a bare true or false
        Find("a","false") ¦ 10 ¦ expected a bare true or false
        Find("a",true,true) ¦ 14 ¦ too many arguments
        Find("a",) ¦ 10 ¦ expected a bare true or false
        RegExFind("a",false,key) ¦ 20 ¦ too many arguments
        RegExFind("a",key,maybe) ¦ 19 ¦ expected a bare true or false
        RegExFind("a",) ¦ 15 ¦ expected a key, true or false
        RegExMatch("a",key) ¦ 16 ¦ only RegExFind takes a key
        Find("a") & Find("b") ¦ 11 ¦ expected && instead of &
        Find("a") and Find("b") ¦ 11 ¦ expected && instead of and
        Find("a") OR Find("b") ¦ 11 ¦ expected || instead of OR
        Find("a") Find("b") ¦ 11 ¦ expected &&, || or the end, found Find
        Find("a") && ¦ 13 ¦ found the end
        && Find("a") ¦ 1 ¦ found &&
        ! ¦ 2 ¦ found the end
        () ¦ 2 ¦ found )
        Find("say "yes"") ¦ 12 ¦ a quote inside a text is written
        """)
    void wrongExpressionShouldSayWhereAndWhatWasExpected(String expression, int column, String reason) {
        assertThat(error(expression)).hasMessageContaining(reason).hasMessageStartingWith("column " + column + ":");
    }

    @ParameterizedTest(name = "{0}: column {1}, {2}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
        RegExFind("(a)\\1") ¦ 15 ¦ back references are not supported; rules run in linear time only
        RegExFind("a(?=b)") ¦ 13 ¦ look-around is not supported; rules run in linear time only
        RegExFind("a(?!b)") ¦ 13 ¦ write RegExFind("a") && !RegExFind("ab") instead
        RegExFind("^(?!.*spam).*$") ¦ 13 ¦ write !RegExFind("spam") instead
        RegExFind("(?<=INV-)\\d+") ¦ 12 ¦ write RegExFind("INV-\\d+") instead
        RegExFind("(?<!un)paid") ¦ 12 ¦ write RegExFind("paid") && !RegExFind("unpaid") instead
        RegExFind("^(?=.*debt).*income") ¦ 13 ¦ write RegExFind("debt") && RegExFind("income") instead
        RegExFind("a(?=(?!c)b)") ¦ 13 ¦ write RegExFind("…") && RegExFind("…") instead
        RegExFind("(?'year'a)") ¦ 12 ¦ write (?P<name>
        RegExFind("\\p{IsAlphabetic}") ¦ 12 ¦ write \\p{L}
        RegExFind("a(?R)") ¦ 13 ¦ recursion is not supported
        RegExFind("a\\Kb") ¦ 13 ¦ leave it out
        RegExFind("\\h") ¦ 12 ¦ write [ \\t]
        not Find("a") ¦ 1 ¦ expected ! instead of not
        RegExFind("(?<!a)b") ¦ 12 ¦ negative look-around
        RegExFind("(?>a)b") ¦ 12 ¦ (?:
        RegExFind("a++b") ¦ 14 ¦ possessive
        RegExFind("a{2}+b") ¦ 16 ¦ possessive
        RegExFind("\\u00e9") ¦ 12 ¦ \\x{00e9}
        RegExFind("[\\u00e9]") ¦ 13 ¦ \\x{00e9}
        RegExFind("end\\Z") ¦ 15 ¦ write $
        RegExFind("[a-z&&[^b]]") ¦ 16 ¦ inside [ ]
        RegExFind("\\p{Alpha}") ¦ 12 ¦ [[:alpha:]]
        RegExFind("a(b") ¦ 13 ¦ never closed
        RegExFind("a)b") ¦ 13 ¦ closes no group
        RegExFind("a[b") ¦ 13 ¦ never closed
        RegExFind("*a") ¦ 12 ¦ missing argument to repetition operator
        RegExFind("a{2000}") ¦ 13 ¦ 1000 at most
        RegExFind("\\d\\"[") ¦ 16 ¦ never closed
        """)
    void wrongRegexShouldSayWhereAndWhatToWriteInstead(String expression, int column, String reason) {
        assertThat(error(expression)).hasMessageContaining(reason).hasMessageStartingWith("column " + column + ":");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RegExFind(\"(?<year>\\d{4})-\\x{2014}\\p{Lu}[[:alpha:]\\]]\")",
                "RegExFind(\"[]a]{2,}?(?:x|y)*?\\{\")",
                "RegExFind(\"\\(\\?=\")",
                "RegExFind(\"[(?=]\")",
                "RegExFind(\"a{1,1000}\")",
                "RegExFind(\"a{,5}\")",
                "RegExFind(\"(?P<n>a)\")",
                "RegExFind(\"x\", \"ID code\")",
                "\u00A0Find(\"a\")\u00A0&&\tFind(\"b\")\n"
            })
    void unusualButRightExpressionShouldCompile(String expression) {
        assertThat(error(expression)).isNull();
    }

    @Test
    void columnShouldCountCodePoints() {
        assertThat(error("Find(\"😀\") Find(\"b\")").column()).isEqualTo(11);
    }

    @Test
    void repetitionsThatUnfoldTooFarShouldBeRefusedBeforeTheyAreBuilt() {
        assertThat(error("RegExFind(\"((((a{30}){30}){30}){30}){30}\")")).hasMessageContaining("unfold");
    }

    @Test
    void nestingShouldBeBounded() {
        assertThat(error("(".repeat(5_000) + "Find(\"a\")")).hasMessageContaining("more than 100");
        assertThat(error("RegExFind(\"" + "(".repeat(5_000) + "\")")).hasMessageContaining("more than 100");
    }
}
