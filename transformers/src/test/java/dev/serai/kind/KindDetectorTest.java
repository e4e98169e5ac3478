package dev.serai.kind;

import static dev.serai.mime.Mails.read;
import static dev.serai.mime.Mails.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.message.MailMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KindDetectorTest {
    private final KindDetector detector = new KindDetector();

    @Test
    void plainQuestionShouldBeAMessageThatMayBeAnswered() {
        Classification found = detector.detect(sample("question.eml"));
        assertThat(found.kind()).isEqualTo(Kind.MESSAGE);
        assertThat(found.automaticAnswerAllowed()).isTrue();
        assertThat(found.bounce()).isNull();
    }

    @Test
    void p64_failedRecipientShouldMakeADeliveryFailure() {
        Classification found = detector.detect(sample("bounce.eml"));
        assertThat(found.kind().word()).isEqualTo("delivery-failure");
        assertThat(found.bounce().originalMessageId()).isEqualTo("<answer-4471@example.com>");
        assertThat(found.bounce().recipients())
                .containsExactly(new BounceRecipient(
                        "nobody@partner.example.org",
                        "failed",
                        "5.1.1",
                        "550 5.1.1 <nobody@partner.example.org>: user unknown"));
        assertThat(found.automaticAnswerAllowed()).isFalse();
    }

    @Test
    void p64_eachRecipientShouldKeepItsOwnFate() {
        Classification found = detector.detect(status(
                "Final-Recipient: rfc822; a@x.org",
                "Action: delivered",
                "Status: 2.0.0",
                "",
                "Final-Recipient: rfc822; b@x.org",
                "Action: Failed",
                "Status: 5.4.4 (no host)"));
        assertThat(found.kind()).isEqualTo(Kind.DELIVERY_FAILURE);
        assertThat(found.bounce().recipients())
                .containsExactly(
                        new BounceRecipient("a@x.org", "delivered", "2.0.0"),
                        new BounceRecipient("b@x.org", "failed", "5.4.4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"delivered", "relayed", "delayed", "expanded"})
    void statusWithoutFailureShouldBeADeliveryReport(String action) {
        Classification found = detector.detect(status("Final-Recipient: rfc822; a@x.org", "Action: " + action));
        assertThat(found.kind().word()).isEqualTo("delivery-report");
    }

    @Test
    void missingActionShouldBeToldByTheStatus() {
        assertThat(detector.detect(status("Final-Recipient: rfc822; a@x.org", "Status: 5.1.1"))
                        .kind())
                .isEqualTo(Kind.DELIVERY_FAILURE);
    }

    @Test
    void readReceiptShouldBeADisposition() {
        Classification found = detector.detect(sample("read-receipt.eml"));
        assertThat(found.kind().word()).isEqualTo("disposition");
        assertThat(found.bounce().originalMessageId()).isEqualTo("<answer-4472@example.com>");
        assertThat(found.bounce().recipients().get(0).action()).isEqualTo("displayed");
    }

    @Test
    void mailReturnedByAMailSystemShouldBeADeliveryFailure() {
        Classification found = detector.detect(read(
                "From: MMDF Mail System <mmdf@mx.example.org>",
                "Subject: Failed mail",
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "",
                "It did not work.",
                "--b",
                "Content-Type: message/rfc822",
                "",
                "Message-ID: <ours@example.com>",
                "Subject: hi",
                "",
                "text",
                "--b--"));
        assertThat(found.kind()).isEqualTo(Kind.DELIVERY_FAILURE);
        assertThat(found.bounce().originalMessageId()).isEqualTo("<ours@example.com>");
    }

    @Test
    void qmailBounceShouldBeReadFromItsText() {
        Classification found = detector.detect(read(
                "Return-Path: <>",
                "From: MAILER-DAEMON@mx.example.org",
                "Subject: failure notice",
                "",
                "Hi. This is the qmail-send program at mx.example.org.",
                "",
                "<nobody@example.org>:",
                "Sorry, no mailbox here by that name. (#5.1.1)",
                "",
                "--- Below this line is a copy of the message.",
                "",
                "Message-ID: <ours@example.com>",
                "Subject: hi"));
        assertThat(found.kind()).isEqualTo(Kind.DELIVERY_FAILURE);
        assertThat(found.bounce().originalMessageId()).isEqualTo("<ours@example.com>");
        assertThat(found.bounce().recipients())
                .containsExactly(new BounceRecipient(
                        "nobody@example.org", "failed", "5.1.1", "Sorry, no mailbox here by that name. (#5.1.1)"));
    }

    @Test
    void failedRecipientsHeaderShouldMakeADeliveryFailure() {
        Classification found = detector.detect(read(
                "From: Mail Delivery System <system@mx.example.org>",
                "X-Failed-Recipients: a@x.org, b@x.org",
                "",
                "No."));
        assertThat(found.kind()).isEqualTo(Kind.DELIVERY_FAILURE);
        assertThat(found.bounce().recipients())
                .extracting(BounceRecipient::address)
                .containsExactly("a@x.org", "b@x.org");
    }

    @Test
    void delayFromAMailSystemShouldBeADeliveryReport() {
        assertThat(detector.detect(
                                read("From: postmaster@x.org", "Subject: Warning: could not send for 4 hours", "", ""))
                        .kind())
                .isEqualTo(Kind.DELIVERY_REPORT);
    }

    @Test
    void humanPostmasterShouldBeAMessage() {
        assertThat(detector.detect(read("From: postmaster@x.org", "Subject: Your DNS", "", "Please have a look."))
                        .kind())
                .isEqualTo(Kind.MESSAGE);
    }

    @Test
    void automaticMailThatReturnsOneOfOursShouldBeADeliveryFailure() {
        MailMessage message = read(
                "Return-Path: <>",
                "From: gateway@x.org",
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "",
                "No.",
                "--b",
                "Content-Type: text/rfc822-headers",
                "",
                "Message-ID: <ours@example.com>",
                "",
                "--b--");
        assertThat(detector.detect(message, "<ours@example.com>"::equals).kind())
                .isEqualTo(Kind.DELIVERY_FAILURE);
        assertThat(detector.detect(message).kind()).isEqualTo(Kind.MESSAGE);
    }

    @Test
    void forwardedBounceShouldBeAMessage() {
        MailMessage message = read(
                "From: jo@x.org",
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "",
                "What is this?",
                "--b",
                "Content-Type: message/rfc822",
                "",
                "From: MAILER-DAEMON@y.org",
                "Content-Type: multipart/report; boundary=c",
                "",
                "--c",
                "Content-Type: message/delivery-status",
                "",
                "Final-Recipient: rfc822; a@x.org",
                "Action: failed",
                "--c--",
                "--b--");
        assertThat(detector.detect(message).kind()).isEqualTo(Kind.MESSAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: Auto-Replied; owner-email=\"jo@x.org\"",
                "Precedence: auto_reply",
                "X-Autoreply: yes",
                "X-Autorespond: 1",
                "Subject: Automatic reply: Your request",
                "Subject: Out of office: Re: your invoice",
                "Subject: AUTO: Jo Doe is out of the office (returning 30 November)",
                "Subject: Abwesenheitsnotiz: Ihre Anfrage",
                "Subject: Réponse automatique : Votre demande",
                "Auto-Submitted: auto-generated\r\nIn-Reply-To: <a@b>",
            })
    void p59_automaticAnswerShouldBeSeen(String header) {
        Classification found = detector.detect(read("From: jo@x.org", header, "", "I am away."));
        assertThat(found.kind().word()).isEqualTo("auto-reply");
        assertThat(found.automaticAnswerAllowed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-generated",
                "Precedence: bulk",
                "Precedence: list",
                "Precedence: Junk",
                "List-Id: <a.b.c>",
                "List-Unsubscribe: <mailto:x@y.org>",
                "Return-Path: <>",
                "X-Auto-Response-Suppress: OOF, AutoReply",
            })
    void p59_machinesMailShouldStayAMessageThatIsNotAnswered(String header) {
        Classification found = detector.detect(read("From: jo@x.org", header, "", "News."));
        assertThat(found.kind()).isEqualTo(Kind.MESSAGE);
        assertThat(found.automaticAnswerAllowed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "noreply@x.org",
                "no-reply@x.org",
                "shop.noreply@x.org",
                "do_not_reply@x.org",
                "owner-list@x.org",
                "list-request@x.org",
                "MAILER-DAEMON@x.org",
                "bounce-17@x.org",
                "jo@",
                "jo@@x.org",
                "@x.org",
                "jo"
            })
    void senderThatIsNoPersonShouldNotBeAnswered(String address) {
        assertThat(detector.detect(read("From: " + address, "", "News.")).automaticAnswerAllowed())
                .isFalse();
    }

    @Test
    void personBehindANoReplySenderShouldBeAnswered() {
        assertThat(detector.detect(read("From: noreply@shop.org", "Reply-To: jo@x.org", "", "A question."))
                        .automaticAnswerAllowed())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Out of office - plan for December", "Re: Automatic reply: lamp", "Automatic reply is broken"})
    void peopleWhoWriteAboutAbsenceShouldBeRead(String subject) {
        assertThat(detector.detect(read("From: jo@x.org", "Subject: " + subject, "", "Text."))
                        .kind())
                .isEqualTo(Kind.MESSAGE);
    }

    @Test
    void newsletterSampleShouldNotBeAnswered() {
        Classification found = detector.detect(sample("newsletter.eml"));
        assertThat(found.kind()).isEqualTo(Kind.MESSAGE);
        assertThat(found.automaticAnswerReason()).isEqualTo("Precedence is bulk.");
    }

    private static MailMessage status(String... fields) {
        return read(
                "From: MAILER-DAEMON@mx.example.org",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
                "",
                "--b",
                "",
                "News of your mail.",
                "--b",
                "Content-Type: message/delivery-status",
                "",
                "Reporting-MTA: dns; mx.example.org",
                "",
                String.join("\r\n", fields),
                "--b--");
    }
}
