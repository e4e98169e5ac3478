package dev.serai.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageIdsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a@b>|[<a@b>]",
                "<a@b> <c@d>\t<e@f>|[<a@b>, <c@d>, <e@f>]",
                "<a@b>,<c@d>|[<a@b>, <c@d>]",
                "Message of Friday <a@b>|[<a@b>]",
                "a@b|[<a@b>]",
                "<a@ b>|[<a@b>]",
                "<a@b|[<a@b>]",
                "<<a@b>>|[<a@b>]",
                "<>|[]",
                "nothing|[]",
            })
    void idsShouldComeOutWithTheirBrackets(String value, String expected) {
        assertThat(MessageIds.all(value)).hasToString(expected);
    }
}
