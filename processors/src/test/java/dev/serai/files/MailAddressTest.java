package dev.serai.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailAddressTest {
    private static final int MANY = 300_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "jo@example.org | jo@example.org",
                "Jo <jo@example.org> | jo@example.org",
                "\"a <b> c\" < jo@example.org > (work) | jo@example.org",
                "Jo <jo@example.org | jo@example.org",
                "jo@example.org> | jo@example.org",
            })
    void innerShouldBeWhatStandsBetweenTheLastBrackets(String text, String address) {
        assertThat(MailAddress.inner(text)).isEqualTo(address);
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void p50_aFieldWithoutBracketsShouldNotTakeTimeByItsSquare() {
        String hostile = "a".repeat(MANY);

        assertThat(MailAddress.inner(hostile)).hasSize(MANY);
    }

    @Test
    void commasInQuotedNamesShouldNotDivide() {
        assertThat(MailAddress.split("\"Doe, Jo\" <jo@example.org>, ed@example.org,,"))
                .containsExactly("\"Doe, Jo\" <jo@example.org>", "ed@example.org");
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void p50_manyQuotedNamesShouldBeDividedInOnePass() {
        String one = "\"a, b\" <a@example.org>";

        assertThat(MailAddress.split(String.join(",", Collections.nCopies(20_000, one))))
                .hasSize(20_000)
                .containsOnly(one);
    }
}
