package dev.serai.mime;

import static dev.serai.mime.Mails.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CharsetTest {
    private static final String JAPANESE = "お世話になっております。";

    @Test
    void labelThatFitsShouldBeBelieved() {
        assertThat(Mails.sample("windows-1252.eml").text()).contains("49,90 €", "„Weiß“");
        assertThat(Mails.sample("iso-2022-jp.eml").text()).startsWith(JAPANESE);
    }

    @Test
    void p32_japaneseWithoutALabelShouldBeSeenByItsEscapes() {
        assertThat(read(Charset.forName("ISO-2022-JP"), "Subject: x", "", JAPANESE)
                        .text())
                .isEqualTo(JAPANESE);
    }

    @Test
    void p33_wrongLabelShouldGiveWayToUtf8() {
        assertThat(read("Content-Type: text/plain; charset=iso-2022-jp", "", JAPANESE))
                .satisfies(message -> {
                    assertThat(message.text()).isEqualTo(JAPANESE);
                    assertThat(message.warnings()).anyMatch(warning -> warning.contains("not in its charset"));
                });
    }

    @Test
    void p34_labelWithAnEscapeInItShouldBeUnderstood() {
        assertThat(read(
                                Charset.forName("ISO-2022-JP"),
                                "Content-Type: text/plain; charset=_iso-2022-jp$ESC",
                                "",
                                JAPANESE)
                        .text())
                .isEqualTo(JAPANESE);
    }

    @Test
    void p35_rawBytesInHeadersShouldBeDetected() {
        assertThat(read("Subject: Größe", "", "").subject()).isEqualTo("Größe");
        assertThat(read(StandardCharsets.ISO_8859_1, "Subject: Größe", "", "").subject())
                .isEqualTo("Größe");
    }

    @Test
    void textThatSaysAsciiShouldBeDetectedToo() {
        assertThat(read("Content-Type: text/plain; charset=us-ascii", "", "Größe")
                        .text())
                .isEqualTo("Größe");
    }

    @Test
    void unknownLabelShouldFallBackToWindows1252WithAWarning() {
        assertThat(read(StandardCharsets.ISO_8859_1, "Content-Type: text/plain; charset=klingon", "", "Größe"))
                .satisfies(message -> {
                    assertThat(message.text()).isEqualTo("Größe");
                    assertThat(message.warnings()).contains("The charset 'klingon' is unknown; it was guessed.");
                });
    }

    @Test
    void htmlShouldSayItsCharsetItself() {
        assertThat(read(
                                Charset.forName("windows-1251"),
                                "Content-Type: text/html",
                                "",
                                "<meta charset=windows-1251><p>Привет</p>")
                        .text())
                .isEqualTo("Привет");
    }

    @Test
    void characterCutInTwoEncodedWordsShouldBeJoined() {
        assertThat(read("Subject: =?utf-8?Q?Gr=C3?= =?utf-8?Q?=B6=C3=9Fe?= ok", "", "")
                        .subject())
                .isEqualTo("Größe ok");
    }

    @Test
    void brokenEncodedWordShouldStayAsItIs() {
        assertThat(read("Subject: =?utf-8?X?abc?= and =?utf-8?Q?abc", "", "").subject())
                .isEqualTo("=?utf-8?X?abc?= and =?utf-8?Q?abc");
    }

    @Test
    void lineBreakInAnEncodedSubjectShouldBecomeASpace() {
        assertThat(read("Subject: =?utf-8?Q?a=0D=0ABcc:_x?=", "", "").subject()).isEqualTo("a  Bcc: x");
    }
}
