package dev.serai.mime;

import static dev.serai.mime.Mails.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.message.Attachment;
import dev.serai.message.MailMessage;
import dev.serai.message.MailPart;
import dev.serai.message.PartRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MimeReaderTest {

    @Test
    void plainMailShouldGiveItsTextAndEnvelope() {
        MailMessage message = Mails.sample("question.eml");
        assertThat(message.subject()).isEqualTo("Question about my order");
        assertThat(message.from().address()).isEqualTo("maria.lindgren@customer.example.net");
        assertThat(message.messageId()).isEqualTo("<question-20261120@customer.example.net>");
        assertThat(message.date()).isEqualTo("2026-11-20T09:14:02+01:00");
        assertThat(message.text()).startsWith("Hello,\n\nI ordered a desk lamp");
        assertThat(message.header("received"))
                .hasValueSatisfying(value -> assertThat(value).contains("by mx.example.com"));
        assertThat(message.rawHeaders()).contains("Received: from mail.customer.example.net");
        assertThat(message.warnings()).isEmpty();
    }

    @Test
    void everyLeafShouldBeInThePartsWithItsRole() {
        MailMessage message = Mails.sample("html-inline-image.eml");
        assertThat(message.parts())
                .extracting(MailPart::contentType)
                .containsExactly("text/plain", "text/html", "image/png");
        assertThat(message.parts())
                .extracting(MailPart::role)
                .containsExactly(PartRole.TEXT, PartRole.ALTERNATIVE, PartRole.ATTACHMENT);
    }

    @Test
    void imageShownByTheHtmlShouldBeInline() {
        Attachment image = Mails.sample("html-inline-image.eml").attachments().get(0);
        assertThat(image.inline()).isTrue();
        assertThat(image.contentId()).isEqualTo("square@studio.example.org");
        assertThat(image.name()).isEqualTo("square.png");
    }

    @Test
    void p41_partMarkedInlineButNotShownShouldBeAnAttachment() {
        MailMessage message = read(
                "Content-Type: multipart/related; boundary=b",
                "",
                "--b",
                "Content-Type: text/html",
                "",
                "<p>see file</p>",
                "--b",
                "Content-Type: application/pdf; name=a.pdf",
                "Content-ID: <x@y>",
                "Content-Disposition: inline",
                "",
                "%PDF",
                "--b--");
        assertThat(message.attachments()).singleElement().satisfies(file -> {
            assertThat(file.inline()).isFalse();
            assertThat(file.name()).isEqualTo("a.pdf");
        });
    }

    @Test
    void attachmentShouldBeDecodedWhenItIsOpened() throws IOException {
        Attachment pdf = Mails.sample("pdf-umlaut-name.eml").attachments().get(0);
        byte[] bytes = pdf.content().bytes();
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-1.4")
                .endsWith("%%EOF\n");
        assertThat(pdf.size()).isEqualTo(bytes.length);
        assertThat(pdf.sha256()).isEqualTo(RawDigest.of(RawSource.of(bytes)));
    }

    @Test
    void p37_fileNameInPiecesShouldBeWhole() {
        assertThat(Mails.sample("pdf-umlaut-name.eml").attachments().get(0).name())
                .isEqualTo("Kündigung zum 31. Dezember 2026.pdf");
    }

    @Test
    void p40_attachedMailShouldStayOneAttachmentAndItsBodyOutOfTheText() {
        MailMessage message = Mails.sample("nested-message.eml");
        assertThat(message.text()).contains("one of our customers").doesNotContain("shade of my lamp");
        assertThat(message.html()).isNull();
        assertThat(message.attachments()).extracting(Attachment::name).containsExactly("message.eml");
        assertThat(message.parts()).hasSize(2);
    }

    @Test
    void htmlWithoutPlainShouldBecomeTheText() {
        MailMessage message = read("Content-Type: text/html", "", "<p>Hello</p><p>World</p>");
        assertThat(message.text()).isEqualTo("Hello\n\nWorld");
        assertThat(message.parts().get(0).role()).isEqualTo(PartRole.TEXT);
    }

    @Test
    void laterTextsShouldBeAttachmentsSoThatNothingIsLost() {
        MailMessage message = read(
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "",
                "first",
                "--b",
                "",
                "second",
                "--b",
                "",
                "--b--");
        assertThat(message.text()).isEqualTo("first");
        assertThat(message.parts()).hasSize(3);
        assertThat(message.attachments())
                .extracting(Attachment::name)
                .containsExactly("attachment-1.txt", "attachment-2.txt");
    }

    @Test
    void p45_calendarAloneShouldBeToldInWords() {
        MailMessage message = read(
                "Content-Type: text/calendar",
                "",
                "BEGIN:VCALENDAR",
                "BEGIN:VEVENT",
                "SUMMARY:Review\\, part 2",
                "DTSTART:20261126T130000Z",
                "LOCATION:Room 4",
                "END:VEVENT",
                "END:VCALENDAR");
        assertThat(message.text())
                .isEqualTo("Review, part 2\nWhen: Thursday, 26 November 2026, 13:00 (UTC)\nWhere: Room 4");
        assertThat(message.attachments()).extracting(Attachment::name).containsExactly("attachment-1.ics");
    }

    @Test
    void brokenMailShouldBeReadAsFarAsItGoes() {
        MailMessage message = Mails.sample("broken.eml");
        assertThat(message.from().name()).isEqualTo("Björn Østby");
        assertThat(message.text()).contains("Hva gjør jeg nå?");
        assertThat(message.date()).isNull();
        assertThat(message.to())
                .singleElement()
                .satisfies(to -> assertThat(to.address()).isEqualTo("support@example.com"));
        assertThat(message.attachments()).extracting(Attachment::name).containsExactly("bilde");
        assertThat(message.warnings()).hasSize(3);
    }

    @Test
    void unknownTransferEncodingShouldBeTakenAsItIsWithAWarning() {
        MailMessage message = read("Content-Transfer-Encoding: klingon", "", "=41");
        assertThat(message.text()).isEqualTo("=41");
        assertThat(message.warnings()).contains("The transfer encoding of a part is unknown; it was taken as it is.");
    }

    @Test
    void p36_nulShouldNotReachTheText() {
        MailMessage message = read("Subject: a\u0000b", "", "x\u0000y");
        assertThat(message.subject()).isEqualTo("ab");
        assertThat(message.text()).isEqualTo("xy");
    }

    @Test
    void emptyMailShouldHaveOneEmptyText() {
        MailMessage message = read("");
        assertThat(message.parts())
                .singleElement()
                .satisfies(part -> assertThat(part.size()).isZero());
        assertThat(message.from()).isNull();
    }

    @Test
    void binaryFileShouldBeWrapped() throws IOException {
        byte[] bytes = {1, 0, 2, 0, 3};
        MailMessage message = read(bytes);
        assertThat(message.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("message.eml");
            assertThat(file.content().bytes()).isEqualTo(bytes);
        });
        assertThat(message.warnings().get(0)).startsWith("This is no mail");
    }

    @Test
    void multipartWithoutPartsShouldBeOneTextLeaf() {
        MailMessage message = read("Content-Type: multipart/mixed", "", "some text");
        assertThat(message.text()).isEqualTo("some text");
        assertThat(message.parts())
                .singleElement()
                .satisfies(part -> assertThat(part.contentType()).isEqualTo("multipart/mixed"));
    }

    @Test
    void p49_deepNestingShouldEndAtTheLimitAndLoseNothing() {
        StringBuilder mail = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }
        MailMessage message = read(mail.append("\r\nthe end").toString());
        assertThat(message.parts()).hasSize(1);
        assertThat(message.warnings()).anyMatch(warning -> warning.contains("nested deeper than 100 levels"));
    }

    @Test
    void manyPartsShouldEndAtTheLimitAndTheRestIsOnePart() {
        MailMessage message = read("Content-Type: multipart/mixed; boundary=b\r\n" + "\r\n--b\r\n\r\nx".repeat(5000));
        assertThat(message.parts()).hasSize(1000);
        assertThat(message.parts().get(999).size()).isGreaterThan(4000 * 7);
    }

    @Test
    void longHeaderShouldBeCutWithAWarning() {
        MailMessage message =
                read("Subject: short", "X-Long: " + (" " + "x".repeat(1000) + "\r\n").repeat(2000), "", "text");
        assertThat(message.subject()).isEqualTo("short");
        assertThat(message.rawHeaders().length()).isLessThan(300_000);
        assertThat(message.warnings()).anyMatch(warning -> warning.contains("A header is longer"));
    }

    @Test
    void longTextShouldBeCutAtAWholeCharacter() {
        MailMessage message = read("Content-Type: text/plain; charset=utf-8", "", "x" + "ü".repeat(1 << 20));
        assertThat(message.text()).hasSize(1 << 19).endsWith("ü");
        assertThat(message.warnings())
                .containsExactly(
                        "There is no From with an address that can be read.",
                        "A text is longer than 1048576 bytes; only its start was read.");
    }

    @Test
    void bigFileShouldBeReadInRanges(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("big.eml");
        byte[] line = ("QUJD".repeat(18) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (var out = Files.newOutputStream(file)) {
            out.write("Content-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] block = new byte[line.length * 1000];
            for (int i = 0; i < 1000; i++) {
                System.arraycopy(line, 0, block, i * line.length, line.length);
            }
            for (int i = 0; i < 400; i++) {
                out.write(block);
            }
        }
        MailMessage message = new MimeReader().read(RawSource.of(file));
        assertThat(message.attachments().get(0).size()).isEqualTo(54L * 400_000);
    }

    @Test
    void damagedSamplesShouldAlwaysBeRead() throws IOException {
        Random random = new Random(2026);
        for (Path sample : Mails.allSamples()) {
            byte[] bytes = Files.readAllBytes(sample);
            for (int i = 0; i < 200; i++) {
                byte[] damaged = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
                for (int j = 0; j < 10; j++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                assertThat(read(damaged).parts()).as(sample.toString()).isNotEmpty();
            }
        }
    }

    @Test
    void p50_hostileHeadersShouldNotTakeLong() {
        String comments = "(".repeat(60_000);
        String words = "=?utf-8?Q?".repeat(6_000);
        assertThat(org.junit.jupiter.api.Assertions.assertTimeout(
                        Duration.ofSeconds(5),
                        () -> read(
                                "From: " + comments,
                                "To: " + "<".repeat(60_000),
                                "Subject: " + words,
                                "Date: " + "1 ".repeat(30_000),
                                "Content-Type: text/plain; " + "a*0*=;".repeat(10_000),
                                "",
                                "text")))
                .extracting(MailMessage::text)
                .isEqualTo("text");
    }
}
