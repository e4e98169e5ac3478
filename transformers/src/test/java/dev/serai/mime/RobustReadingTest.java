package dev.serai.mime;

import static dev.serai.mime.Mails.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.message.Attachment;
import dev.serai.message.MailMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of reported failures of other mail readers that a reader of single mails can show. */
class RobustReadingTest {

    @Test
    void p38_unnamedAndEquallyNamedFilesShouldAllBeThere() {
        StringBuilder mail = new StringBuilder("Content-Type: multipart/mixed; boundary=b\r\n\r\n");
        for (int i = 0; i < 10; i++) {
            mail.append("--b\r\nContent-Type: application/pdf")
                    .append(i % 2 == 0 ? "" : "; name=same.pdf")
                    .append("\r\n\r\nx\r\n");
        }
        MailMessage message = read(mail.append("--b--").toString());
        assertThat(message.attachments())
                .hasSize(10)
                .allMatch(file -> !file.name().isBlank());
    }

    @ParameterizedTest
    @CsvSource({"<img src=\"cid:x@y\">,true", "<p>no picture</p>,false"})
    void p41_pdfWithAContentIdShouldBeInlineOnlyWhereTheTextShowsIt(String html, boolean inline) {
        MailMessage message = read(
                "Content-Type: multipart/related; boundary=b",
                "",
                "--b",
                "Content-Type: text/html",
                "",
                html,
                "--b",
                "Content-Type: application/pdf; name=offer.pdf",
                "Content-ID: <x@y>",
                "Content-Disposition: inline",
                "",
                "x",
                "--b--");
        assertThat(message.attachments()).extracting(Attachment::inline).containsExactly(inline);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mon, 99 Foo 99999999999 99:99:99 +9999",
                "Fr, 20 Mär 2026 10:00:00 +0100",
                "Fri, 20 Nov 0100 09:14:02 +0000",
                "(GMT+00:00)",
                "=?utf-8?Q?yesterday?=",
                "-1"
            })
    void p46_dateThatIsNoneShouldCostNothingButItself(String date) {
        MailMessage message = read("From: a@example.org", "Date: " + date, "Received: from x; " + date, "", "hello");
        assertThat(message.date()).isNull();
        assertThat(message.text()).isEqualTo("hello");
        assertThat(message.warnings()).containsExactly("The Date is none that can be read.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-None: x",
                "From:",
                "From: <>",
                "From: ,,,;;<<<>>>",
                "From: \"",
                "From: =?utf-8?B?????=",
                "From: \u0000\u0001",
                "From: (comment only)",
                "From: undisclosed-recipients:;"
            })
    void p47_missingOrGarbledSenderShouldBeUnknownAndTheMailRead(String from) {
        MailMessage message = read(from, "Subject: s", "", "hello");
        assertThat(message.from()).isNull();
        assertThat(message.text()).isEqualTo("hello");
        assertThat(message.warnings()).contains("There is no From with an address that can be read.");
    }

    @Test
    void p47_garbledSenderWithAnAddressShouldStillBeTheSender() {
        assertThat(read("From: \"Jo \"the lamp\" Doe <<jo@example.org>", "", "x")
                        .from()
                        .address())
                .isEqualTo("jo@example.org");
    }

    @Test
    void p40_mailInAMailShouldStayClosedWhateverItHolds() {
        MailMessage message = read(
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "Content-Type: message/rfc822",
                "",
                "Subject: inner",
                "Content-Type: text/html",
                "",
                "<p>inner</p>",
                "--b--");
        assertThat(message.text()).isEmpty();
        assertThat(message.html()).isNull();
        assertThat(message.attachments()).extracting(Attachment::contentType).containsExactly("message/rfc822");
    }
}
