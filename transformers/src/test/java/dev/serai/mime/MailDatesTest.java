package dev.serai.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailDatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Fri, 20 Nov 2026 09:14:02 +0100|2026-11-20T09:14:02+01:00",
                "20 Nov 2026 09:14 -0500 (EST)|2026-11-20T09:14-05:00",
                "Fri, 20 Nov 2026 09:14:02 GMT|2026-11-20T09:14:02Z",
                "Fri, 20 Nov 2026 09:14:02 EST|2026-11-20T09:14:02-05:00",
                "Fri, 20 Nov 2026 09:14:02 (GMT+00:00)|2026-11-20T09:14:02Z",
                "Fri,20 Nov 26 9:14:02|2026-11-20T09:14:02Z",
                "20-Nov-1997 09:14:02 +0000|1997-11-20T09:14:02Z",
                "Fri Nov 20 09:14:02 2026|2026-11-20T09:14:02Z",
                "Fri Nov 20 09:14:02 PST 2026|2026-11-20T09:14:02-08:00",
                "2026-11-20T09:14:02+01:00|2026-11-20T09:14:02+01:00",
                "Thu, 31 Dec 2026 23:59:60 +0000|2026-12-31T23:59:59Z",
            })
    void dateShouldBeReadHoweverItIsWritten(String value, OffsetDateTime expected) {
        assertThat(MailDates.parse(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "Fri, 32 Nov 2026 09:14:02 +0100",
                "Fri, 20 Nov 2026 25:14:02 +0100",
                "Fri, 20 Mai 2026 09:14:02 +0100",
                "Fri, 20 Nov 100 09:14:02 +0100",
                "Fri, 20 Nov 99999 09:14:02 +0100",
                "Fri, 20 Nov 2026 09:14:02 +9900"
            })
    void p46_impossibleDateShouldBeNone(String value) {
        assertThat(MailDates.parse(value)).isNull();
    }
}
