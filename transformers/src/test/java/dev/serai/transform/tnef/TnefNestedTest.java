package dev.serai.transform.tnef;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.message.Attachment;
import dev.serai.message.MailAddress;
import dev.serai.message.MailMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TnefNestedTest {
    private static final Instant SENT = Instant.parse("2026-11-20T09:30:00Z");

    @Test
    void p29_messageInsideShouldBecomeAMail() throws Exception {
        MailMessage message = Opened.of(new TnefWriter().plainBody("outside").nested("Größe/Offer", inner().bytes()));

        Attachment attached = message.attachments().get(1);
        assertThat(attached.name()).isEqualTo("Größe_Offer.eml");
        assertThat(attached.contentType()).isEqualTo("message/rfc822");
        assertThat(attached.size()).isEqualTo(attached.content().bytes().length);
        assertThat(message.warnings()).isEmpty();
        MailMessage mail = Opened.mail(message, 1);
        assertThat(mail.subject()).isEqualTo("Angebot für Lampen");
        assertThat(mail.from()).isEqualTo(new MailAddress("Jörg Müller", "joerg@example.org"));
        assertThat(mail.to()).containsExactly(new MailAddress("Support", "support@example.com"));
        assertThat(mail.cc()).containsExactly(new MailAddress("Chef, der", "chef@example.org"));
        assertThat(mail.date()).isEqualTo(SENT.atOffset(java.time.ZoneOffset.UTC));
        assertThat(mail.messageId()).isEqualTo("<inner-1@example.org>");
        assertThat(mail.text()).isEqualTo("Grüße von innen\n\nzweite Zeile");
        assertThat(mail.html()).isEqualTo("<p>Gr\u00fc\u00dfe von innen</p>");
        assertThat(mail.warnings()).isEmpty();
    }

    @Test
    void p29_filesOfTheMessageInsideShouldBeInTheMail() throws Exception {
        byte[] plan = new byte[100_000];
        plan[5] = 7;
        MailMessage message = Opened.of(new TnefWriter()
                .nested(
                        "Offer",
                        inner().file("Plan der Halle – Größe und noch viel mehr Wörter dazu.bin", plan)
                                .file(
                                        "PLAN~1.BIN",
                                        "Plan der Halle – Größe und noch sehr viel mehr Wörter dazu.bin",
                                        "a/b",
                                        plan)
                                .bytes()));

        MailMessage mail = Opened.mail(message, 1);
        assertThat(mail.attachments()).hasSize(2);
        assertThat(mail.attachments().get(1).name())
                .isEqualTo("Plan der Halle – Größe und noch sehr viel mehr Wörter dazu.bin");
        assertThat(Opened.bytes(mail, 1)).isEqualTo(plan);
    }

    @Test
    void p29_messagesShouldNestUpToALimitAndBeyondItStayAsTheyAre() throws Exception {
        byte[] tnef = new TnefWriter().plainBody("deepest").bytes();
        for (int i = 0; i < UnpackedFile.DEEPEST; i++) {
            tnef = new TnefWriter()
                    .plainBody("level " + i)
                    .nested("m" + i, tnef)
                    .bytes();
        }
        MailMessage message = Opened.of(tnef);
        for (int i = 0; i < UnpackedFile.DEEPEST; i++) {
            message = Opened.mail(message, i == 0 ? 1 : 0);
        }
        assertThat(message.text()).isEqualTo("deepest");

        MailMessage tooDeep = Opened.of(new TnefWriter().nested("top", tnef));
        assertThat(tooDeep.warnings()).anyMatch(warning -> warning.contains("nested deeper than 8 levels"));
    }

    @Test
    void p29_messageThatCannotBeReadShouldBeKeptWithAWarning() throws Exception {
        byte[] own = "no message of any kind".getBytes(StandardCharsets.US_ASCII);
        MailMessage message = Opened.of(new TnefWriter().nested("Inner", own));

        assertThat(Opened.names(message)).containsExactly("Inner.dat");
        assertThat(Opened.bytes(message, 1)).isEqualTo(own);
        assertThat(message.warnings()).anyMatch(warning -> warning.contains("cannot be read"));
    }

    @Test
    void p29_emptyMessageInsideShouldBeKeptWithItsBytes() throws Exception {
        byte[] head = java.util.Arrays.copyOf(new TnefWriter().bytes(), 6);
        MailMessage message = Opened.of(new TnefWriter().nested("Inner", head));

        assertThat(Opened.names(message)).containsExactly("Inner.dat");
        assertThat(Opened.bytes(message, 1)).isEqualTo(head);
    }

    @Test
    void p29_headerThatTheMessageCameWithShouldBeKept() throws Exception {
        String came = "Received: from a by b;\r\n\tFri, 20 Nov 2026 10:30:00 +0100\r\nFrom: B <b@example.org>\r\n"
                + "Content-Type: multipart/alternative;\r\n boundary=\"x\"\r\nMIME-Version: 1.0\r\nX-Own: yes\r\n\r\n";
        MailMessage message = Opened.of(new TnefWriter()
                .nested(
                        "Inner",
                        inner().properties(list -> list.text(0x007d, came)).bytes()));

        MailMessage mail = Opened.mail(message, 1);
        assertThat(mail.from()).isEqualTo(new MailAddress("B", "b@example.org"));
        assertThat(mail.header("X-Own")).contains("yes");
        assertThat(mail.header("Received")).contains("from a by b; Fri, 20 Nov 2026 10:30:00 +0100");
        assertThat(mail.headerValues("Content-Type")).hasSize(1);
        assertThat(mail.subject()).isEqualTo("Angebot für Lampen");
        assertThat(mail.text()).startsWith("Grüße");
    }

    @Test
    void authorWithoutInternetAddressShouldKeepHisName() throws Exception {
        MailMessage message = Opened.of(new TnefWriter()
                .nested(
                        "Inner",
                        new TnefWriter()
                                .plainBody("x")
                                .properties(list -> list.text(0x0042, "Huber, Walter")
                                        .text(0x0064, "EX")
                                        .text(0x0065, "/O=FIRM/OU=SITE/CN=RECIPIENTS/CN=WHUBER"))
                                .bytes()));

        assertThat(Opened.mail(message, 1).from())
                .isEqualTo(new MailAddress("Huber, Walter", "unknown@exchange.invalid"));
    }

    private static TnefWriter inner() {
        return new TnefWriter()
                .properties(list -> list.text(0x0037, "Angebot für Lampen")
                        .text(0x0042, "Jörg Müller")
                        .text(0x0064, "SMTP")
                        .text(0x0065, "joerg@example.org")
                        .time(0x0039, SENT)
                        .text(0x1035, "<inner-1@example.org>")
                        .text(0x1000, "Grüße von innen\r\n\r\nzweite Zeile")
                        .binary(0x1013, "<p>Grüße von innen</p>".getBytes(StandardCharsets.UTF_8))
                        .number(0x3fde, 65001))
                .recipients(
                        new Object[] {"Support", "support@example.com", 1},
                        new Object[] {"Chef, der", "chef@example.org", 2});
    }
}
