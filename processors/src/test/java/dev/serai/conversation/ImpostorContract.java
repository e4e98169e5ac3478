package dev.serai.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.conversation.MailHouse.Mail;
import dev.serai.interaction.InteractionId;
import dev.serai.store.DatabaseSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who wants into a thread by what anybody can write, on both databases alike. */
abstract class ImpostorContract {
    private static final String JO = "jo@customer.example";
    private static final String EVE = "Eve <eve@elsewhere.example>";

    @TempDir
    Path folder;

    private MailHouse house;
    private InteractionId question;
    private InteractionId answer;

    abstract DatabaseSettings freshDatabase();

    @BeforeEach
    void open() {
        house = new MailHouse(freshDatabase(), folder, false);
        question = house.take(Mail.from(JO)
                .to("support@example.com")
                .id("<q@customer.example>")
                .about("Invoice 4711"));
        answer = house.write(question, JO);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void p57_aForgedBounceShouldMakeItsSenderNoParticipant() {
        joined(house.take(bounce(EVE)));

        alone(house.take(mail(EVE).answering(house.messageId(answer))));
        alone(house.take(mail("al@elsewhere.example").answering(house.messageId(answer))));
    }

    @Test
    void p57_whoAnswersTheBounceThatSheForgedShouldBeAStranger() {
        joined(house.take(bounce(EVE)));

        alone(house.take(mail(EVE).answering("<bounce@elsewhere.example>")));
        alone(house.take(mail("al@elsewhere.example").answering("<bounce@elsewhere.example>")));
    }

    @Test
    void p57_theSubjectOfAForgedBounceShouldLeadNowhere() {
        joined(house.take(bounce(EVE)));

        alone(house.take(MailHouse.WORDS, Mail.from(EVE).to("words@example.com").about("Undelivered")));
    }

    @Test
    void p57_ofWhomABounceComesShouldMakeNobodyAColleague() {
        joined(house.take(bounce("MAILER-DAEMON@hoster.example")));

        alone(house.take(mail("someone@hoster.example").answering(house.messageId(answer))));
    }

    @Test
    void p57_anAutomaticAnswerShouldIntroduceNobody() {
        joined(house.take(
                mail(JO).with("Auto-Submitted", "auto-replied").with("Cc", EVE).answering(house.messageId(answer))));

        alone(house.take(mail(EVE).answering(house.messageId(answer))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Reply-To", "Cc"})
    void p57_ourOwnAddressInFromShouldNotLetAStrangerIn(String where) {
        alone(house.take(mail("support@example.com").with(where, EVE).answering(house.messageId(answer))));

        alone(house.take(mail(EVE).answering(house.messageId(answer))));
    }

    @Test
    void p57_ourOwnAddressToAStrangerShouldNotLetHerIn() {
        alone(house.take(Mail.from("support@example.com")
                .to(EVE)
                .about("Re: Invoice 4711")
                .answering(house.messageId(answer))));
    }

    @Test
    void p62_aWebFormOfAParticipantShouldJoin() {
        joined(house.take(mail("support@example.com").with("Reply-To", JO).answering(house.messageId(answer))));
    }

    @Test
    void p62_mailAmongOurselvesShouldJoin() {
        joined(house.take(mail("tokens@example.com").answering(house.messageId(answer))));
    }

    @Test
    void p55_anIdThatLooksLikeOursShouldBeKnownWhenItIsStored() {
        String theirs = partner().messageId(answer, "partner.example");
        InteractionId first = house.take(mail("al@partner.example").id(theirs));

        InteractionId reply = house.take(mail("al@partner.example").answering(theirs));

        assertThat(house.thread(reply)).isEqualTo(first);
        assertThat(house.told(reply)).contains("none of our keys signed it");
    }

    @Test
    void p54_anIdThatLooksLikeOursShouldBeWaitedFor() {
        String theirs = partner().messageId(answer, "partner.example");
        InteractionId child = house.take(mail("al@partner.example").answering(theirs));

        InteractionId parent = house.take(mail("al@partner.example").id(theirs));

        assertThat(house.thread(child)).isEqualTo(parent);
    }

    @Test
    void p57_anAnchorThatNobodySignedShouldNotBeWaitedFor() {
        String anchor = partner().anchor(question, "partner.example");
        InteractionId mail = house.take(mail("al@partner.example").after(anchor));

        alone(mail);
        assertThat(house.told(mail)).contains("ignored").doesNotContain("awaits");
    }

    private static ThreadTokens partner() {
        return ThreadTokens.of("another-secret-of-theirs");
    }

    private Mail bounce(String from) {
        return new Mail("""
                From: %s\r
                To: support@example.com\r
                Message-ID: <bounce@elsewhere.example>\r
                Subject: Undelivered\r
                MIME-Version: 1.0\r
                Content-Type: multipart/report; report-type=delivery-status; boundary=b\r
                \r
                --b\r
                Content-Type: message/delivery-status\r
                \r
                Reporting-MTA: dns; relay.example\r
                \r
                Final-Recipient: rfc822; jo@customer.example\r
                Action: failed\r
                Status: 5.1.1\r
                \r
                --b\r
                Content-Type: text/rfc822-headers\r
                \r
                Message-ID: %s\r
                \r
                --b--\r
                """.formatted(from, house.messageId(answer)));
    }

    private static Mail mail(String from) {
        return Mail.from(from).to("support@example.com").about("Re: Invoice 4711");
    }

    private void joined(InteractionId mail) {
        assertThat(house.thread(mail)).as(house.told(mail)).isEqualTo(question);
    }

    private void alone(InteractionId mail) {
        assertThat(house.thread(mail)).as(house.told(mail)).isEqualTo(mail);
    }
}
