package dev.serai.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jo@example.org|null:jo@example.org",
                "Jo Doe <jo@example.org>|Jo Doe:jo@example.org",
                "\"Doe, Jo\" <jo@example.org>|Doe, Jo:jo@example.org",
                "Doe, Jo <jo@example.org>|Doe, Jo:jo@example.org",
                "jo@example.org (Jo Doe)|Jo Doe:jo@example.org",
                "Jo <jo@machine(here).  example>|Jo:jo@machine.example",
                "=?utf-8?Q?J=C3=B6_Doe?= <jo@example.org>|Jö Doe:jo@example.org",
                "=?utf-8?Q?J=C3=B6_<jo@example.org>?=|Jö:jo@example.org",
                "Friends: a@x.org, B <b@x.org>;, c@x.org|null:a@x.org / B:b@x.org / null:c@x.org",
                "a@x.org; b@x.org|null:a@x.org / null:b@x.org",
                "Jo Doe jo@example.org|Jo Doe:jo@example.org",
                "\"Jo <jo@example.org>|Jo:jo@example.org",
                "Jo <jo@example.org|Jo:jo@example.org",
                "<@relay.org:jo@example.org>|null:jo@example.org",
                "Pete(A \\) chap) <pete(his account)@silly.test(his host)>|Pete:pete@silly.test",
                "\"john doe\"@example.org|null:\"john doe\"@example.org",
                "root|null:root",
                "undisclosed-recipients:;|''",
                "undisclosed recipients|''",
                "<>|''",
                ", ,;|''",
            })
    void p48_addressesShouldBeFoundHoweverTheyAreWritten(String header, String expected) {
        String found = AddressParser.parse(header).stream()
                .map(address -> address.name() + ":" + address.address())
                .collect(Collectors.joining(" / "));
        assertThat(found).isEqualTo(expected);
    }
}
