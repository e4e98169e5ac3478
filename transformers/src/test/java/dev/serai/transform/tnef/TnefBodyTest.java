package dev.serai.transform.tnef;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.message.MailAddress;
import dev.serai.message.MailMessage;
import dev.serai.mime.MimeReader;
import dev.serai.mime.RawSource;
import dev.serai.transform.TransformResult.Changed;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TnefBodyTest {

    @ParameterizedTest
    @CsvSource({
        "932, windows-31j, こんにちは",
        "1251, windows-1251, Привет",
        "1253, windows-1253, Καλημέρα",
        "65001, UTF-8, Größe"
    })
    void p28_eightBitBodyShouldBeOfItsCodePage(int codePage, String charset, String text) throws Exception {
        MailMessage message = Opened.of(
                new TnefWriter(codePage).properties(list -> list.text8(0x1000, text, Charset.forName(charset))));
        assertThat(message.text()).isEqualTo(text);
    }

    @Test
    void p28_bodyOfOldClientsShouldBeTheText() throws Exception {
        byte[] body = "Grüße\r\nvon früher\0".getBytes(Charset.forName("windows-1252"));
        assertThat(Opened.of(new TnefWriter().attribute(1, 0x0002800c, body)).text())
                .isEqualTo("Grüße\nvon früher");
    }

    @Test
    void p28_htmlShouldBeOfItsCodePage() throws Exception {
        MailMessage message = Opened.of(new TnefWriter()
                .properties(list -> list.binary(0x1013, "<p>Größe</p>".getBytes(StandardCharsets.UTF_8))
                        .number(0x3fde, 65001)));
        assertThat(message.html()).isEqualTo("<p>Größe</p>");
        assertThat(message.text()).isEqualTo("Größe");
    }

    @Test
    void p28_htmlWithoutCodePageShouldBeOfItsMetaCharset() throws Exception {
        String html = "<meta http-equiv=Content-Type content=\"text/html; charset=koi8-r\"><p>Привет</p>";
        MailMessage message = Opened.of(
                new TnefWriter().properties(list -> list.binary(0x1013, html.getBytes(Charset.forName("KOI8-R")))));
        assertThat(message.text()).isEqualTo("Привет");
    }

    @Test
    void p28_htmlAsAStringShouldBeRead() throws Exception {
        assertThat(Opened.of(new TnefWriter().properties(list -> list.text(0x1013, "<b>Größe 日本</b>")))
                        .text())
                .isEqualTo("Größe 日本");
    }

    @Test
    void p28_textOfTheMailShouldStayWhenTheWinmailSaysTheSame() throws Exception {
        MailMessage message = withText(
                "Good morning,\nwe need 12 lamps.",
                new TnefWriter().plainBody("Good morning,\r\n\r\nwe need 12 lamps."));
        assertThat(message.text().strip()).isEqualTo("Good morning,\nwe need 12 lamps.");
    }

    @Test
    void p28_textOfTheWinmailShouldNotBeLostBehindAFooter() throws Exception {
        MailMessage message = withText("List footer: see example.org", new TnefWriter().plainBody("We need 12 lamps."));
        assertThat(message.text()).isEqualTo("List footer: see example.org\n\nWe need 12 lamps.");
    }

    @Test
    void p28_headersThatTheMailLacksShouldComeFromInside() throws Exception {
        byte[] from = PropertyWriter.little(8 + 6 + 24)
                .putShort((short) 4)
                .putShort((short) 0)
                .putShort((short) 6)
                .putShort((short) 24)
                .put("Eva M\0".getBytes(StandardCharsets.US_ASCII))
                .put("SMTP:eva.m@example.org\0\0".getBytes(StandardCharsets.US_ASCII))
                .array();
        byte[] date = PropertyWriter.little(14)
                .putShort((short) 2026)
                .putShort((short) 11)
                .putShort((short) 20)
                .putShort((short) 9)
                .putShort((short) 30)
                .array();
        byte[] tnef = new TnefWriter()
                .attribute(1, 0x00008000, from)
                .attribute(1, 0x00018004, "Old subject\0".getBytes(StandardCharsets.US_ASCII))
                .attribute(1, 0x00038005, date)
                .plainBody("x")
                .bytes();
        MailMessage message =
                Opened.of("X: y\nContent-Type: application/ms-tnef\nContent-Transfer-Encoding: base64\n\n", tnef);
        assertThat(message.subject()).isEqualTo("Old subject");
        assertThat(message.from()).isEqualTo(new MailAddress("Eva M", "eva.m@example.org"));
        assertThat(message.date()).isEqualTo(OffsetDateTime.parse("2026-11-20T09:30:00Z"));
    }

    @Test
    void p28_bareWinmailShouldBeAMailWithAllItsFiles() throws Exception {
        byte[] tnef = new TnefWriter()
                .properties(list -> list.text(0x0037, "Lamps"))
                .plainBody("Hello")
                .file("a.csv", "a.csv", "text/csv", new byte[] {1})
                .bytes();
        MailMessage message = ((Changed) Opened.result(RawSource.of(tnef))).message();
        assertThat(message.subject()).isEqualTo("Lamps");
        assertThat(message.text()).isEqualTo("Hello");
        assertThat(message.attachments()).extracting(one -> one.name()).containsExactly("winmail.dat", "a.csv");
        assertThat(new MimeReader().read(RawSource.of(tnef)).warnings())
                .contains("This is no mail: it is a winmail.dat without one around it.");
    }

    private static MailMessage withText(String text, TnefWriter tnef) throws Exception {
        return Opened.of(
                "From: a@example.org\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n" + text
                        + "\n--b\nContent-Type: application/octet-stream; name=anything.bin\n"
                        + "Content-Transfer-Encoding: base64\n\n",
                tnef.bytes());
    }
}
