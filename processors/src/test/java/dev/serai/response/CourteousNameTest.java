package dev.serai.response;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourteousNameTest {

    @ParameterizedTest(name = "{0} is {1}, {2}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
        Ada Lovelace ¦ Ada ¦ Lovelace
        Lovelace, Ada ¦ Ada ¦ Lovelace
        ADA LOVELACE ¦ Ada ¦ Lovelace
        jürgen groß ¦ Jürgen ¦ Groß
        ANNA MEIER-SCHMIDT ¦ Anna ¦ Meier-Schmidt
        seán o'neil ¦ Seán ¦ O'Neil
        ursula von der leyen ¦ Ursula von der ¦ Leyen
        Ronald McDonald ¦ Ronald ¦ McDonald
        Jo ¦ Jo ¦ ``
        JO ¦ JO ¦ ``
        山田 太郎 ¦ 山田 ¦ 太郎
        """)
    void aNameShouldBeWrittenAsInALetter(String display, String first, String last) {
        CourteousName name = CourteousName.of(display);

        assertThat(name.first()).isEqualTo(first);
        assertThat(name.last()).isEqualTo(last);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "info",
        "Info",
        "KUNDENSERVICE",
        "jo@example.org",
        "no-reply",
        "No Reply",
        "user4711",
        "'\"'",
        "<b>Jo</b>",
        "undefined",
        "null",
        "..."
    })
    void whatIsNoPersonsNameShouldBeNone(String display) {
        assertThat(CourteousName.of(display).full()).isEmpty();
        assertThat(CourteousName.of(display).first()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"Müller Bau GmbH", "Example Ltd.", "TechCorp Support", "Acme Inc"})
    void aFirmShouldHaveNoFirstAndLastName(String display) {
        CourteousName name = CourteousName.of(display);

        assertThat(name.full()).isEqualTo(display);
        assertThat(name.first()).isEmpty();
        assertThat(name.last()).isEmpty();
    }
}
