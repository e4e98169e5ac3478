package dev.serai.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which digits are the number of a card. */
class CardNumbersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4111111111111111 | Visa …1111
            My card: 4111 1111 1111 1111. | Visa …1111
            4111-1111-1111-1111 | Visa …1111
            4111.1111.1111.1111 | Visa …1111
            4111 1111 1111 1111 12/29 123 | Visa …1111
            Visa:4012888888881881 | Visa …1881
            (4222222222222) | Visa …2222
            5500 0000 0000 0004 | Mastercard …0004
            2223003122003222 | Mastercard …3222
            3782 822463 10005 | American Express …0005
            371449635398431 | American Express …8431
            3056 930902 5904 | Diners Club …5904
            6011 1111 1111 1117 | Discover …1117
            3530 1113 3330 0000 | JCB …0000
            6200 0000 0000 0005 | UnionPay …0005
            6759 6498 2643 8453 | Maestro …8453
            2200 0000 0000 0004 | Mir …0004
            invoice 2026 4111 1111 1111 1111 | Visa …1111
            ４１１１ １１１１ １１１１ １１１１ | Visa …1111
            IBAN DE89 3704 0044 0532 0130 00 and card 4111111111111111 | Visa …1111
            """)
    void aCardNumberShouldBeFoundAndShownMasked(String text, String shown) {
        assertThat(CardNumbers.find(text)).contains(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4111111111111112",
                "4111 1111 1111 111",
                "41111111111111111111111111",
                "ORD-4111111111111111",
                "order #4111111111111111",
                "A4111111111111111",
                "4111111111111111B",
                "+49 4111 1111 1111 1111",
                "DE89 3704 0044 0532 0130 00",
                "DE89370400440532013000",
                "GB29 NWBK 6016 1331 9268 19",
                "ES91 2100 0418 4502 0005 1332",
                "FR14 2004 1010 0505 0001 3M02 606",
                "NL91ABNA0417164300",
                "AT61 1904 3002 3457 3201",
                "1111 1111 1111 1117",
                "9999 9999 9999 9995",
                "2026-11-23 10:15:00",
                "20261123101500",
                "4111 XXXX XXXX 1111",
                "**** **** **** 1111",
                "01 23 45 67 89 01 23",
                "1.234.567.890.123",
                "tracking 1Z 999 AA1 01 2345 6784",
                "192.168.100.100 10.0.0.1",
                "978-3-16-148410-0",
                "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1"
            })
    void otherDigitsShouldBeNone(String text) {
        assertThat(CardNumbers.find(text)).isEmpty();
    }

    @Test
    void aLongTextShouldTakeLinearTime() {
        for (String piece : new String[] {"1", "411 ", "4111 ", "AB12 ", "AB12", "DE89 37", "4111-"}) {
            String text = piece.repeat(1_000_000 / piece.length());
            assertTimeoutPreemptively(Duration.ofSeconds(3), () -> CardNumbers.find(text), piece);
        }
    }
}
