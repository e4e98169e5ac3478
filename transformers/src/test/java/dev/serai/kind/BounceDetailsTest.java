package dev.serai.kind;

import static dev.serai.mime.Mails.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BounceDetailsTest {
    private final KindDetector detector = new KindDetector();

    @Test
    void p64_returnedMailShouldTellTheOtherIdsOfItsThreadBestFirst() {
        Bounce bounce = report(
                "Message-ID: <given@provider.example>",
                "X-Original-Message-ID: <ours@example.com>",
                "In-Reply-To: <question@customer.example>",
                "References: <first@customer.example> <question@customer.example>");
        assertThat(bounce.originalMessageId()).isEqualTo("<given@provider.example>");
        assertThat(bounce.otherIds())
                .containsExactly("<ours@example.com>", "<question@customer.example>", "<first@customer.example>");
    }

    @Test
    void p64_returnedMailShouldTellTheAddressesItCameFrom() {
        Bounce bounce = report("Reply-To: support+t.17@example.com", "From: Support <support@example.com>");
        assertThat(bounce.senders()).containsExactly("support+t.17@example.com", "support@example.com");
    }

    @ParameterizedTest
    @CsvSource({
        "rfc822; jo@x.org, jo@x.org",
        "RFC822;<jo@x.org> (Jo), jo@x.org",
        "rfc822;@relay.example:jo@x.org, jo@x.org",
        "jo@x.org, jo@x.org",
        "LOCAL;<root>, root",
        "utf-8; j\\x{FC}rgen@x.org, jürgen@x.org",
        "rfc822; SMTP:jo@x.org, jo@x.org",
    })
    void recipientShouldBeReadHoweverItIsWritten(String field, String address) {
        assertThat(Addresses.ofField(field)).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "550 5.1.1 <jo@x.org>... User unknown, 5.1.1",
        "smtp; 550 unknown, 5.0.0",
        "said: 450-try later, 4.0.0",
        "no mailbox here (#5.1.1), 5.1.1",
        "5.7.26 unauthenticated, 5.7.26",
    })
    void statusShouldBeFoundInWhatServersSay(String words, String status) {
        assertThat(StatusCode.find(words)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "Internet Mail Service (5.5.1960.3)",
        "host 192.0.2.4 [10.4.1.1]",
        "port 25 since 1550",
        "version 4.2.2.1"
    })
    void numbersOfOtherThingsShouldBeNoStatus(String words) {
        assertThat(StatusCode.find(words)).isNull();
    }

    private Bounce report(String... returnedHeader) {
        return detector.detect(read(
                        "From: MAILER-DAEMON@mx.example.net",
                        "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
                        "",
                        "--b",
                        "Content-Type: message/delivery-status",
                        "",
                        "Final-Recipient: rfc822; jo@x.org",
                        "Action: failed",
                        "",
                        "--b",
                        "Content-Type: text/rfc822-headers",
                        "",
                        String.join("\r\n", List.of(returnedHeader)),
                        "",
                        "--b--"))
                .bounce();
    }
}
