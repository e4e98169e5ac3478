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

/** Which thread a mail joins, on both databases alike. */
abstract class JoiningContract {
    private static final String JO = "Jo <jo@customer.example>";
    private static final String UNKNOWN = "<0100018f-abcd@email.amazonses.com>";

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
        answer = house.write(question, "jo@customer.example");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void p54_inReplyToShouldBeEnoughWhenTheSubjectWasEdited() {
        InteractionId reply = house.take(reply(JO).about("Something else").answering(house.messageId(answer)));

        assertJoined(reply);
        assertThat(house.load(reply).origin().parentId()).isEqualTo(answer);
        assertThat(house.load(reply).origin().subtype()).isEqualTo("InboundCustomerReply");
        assertThat(house.told(reply)).contains("In-Reply-To " + house.messageId(answer));
    }

    @Test
    void p54_referencesShouldNotJoinWhenTheyAreRecycledForANewTopic() {
        InteractionId other = house.take(
                reply(JO).about("Do you sell chairs?").after("<q@customer.example>", house.messageId(answer)));

        assertAlone(other);
        assertThat(house.told(other)).contains("suggestions", "although", "the subject is another one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Re: Invoice 4711",
                "AW: [billing] invoice  4711",
                "SV: Fwd: Invoice 4711 (fwd)",
                "回复：Invoice 4711"
            })
    void p54_referencesShouldJoinWhenTheSubjectIsTheSame(String subject) {
        assertJoined(house.take(reply(JO).about(subject).after("<q@customer.example>")));
    }

    @Test
    void p55_aReplyShouldJoinByTheAnchorWhenARelayChangedTheMessageId() {
        InteractionId sent = house.write(null, "jo@customer.example");
        String anchor = house.load(sent).content().references().get(0);

        InteractionId reply =
                house.take(reply(JO).about("Thanks!").answering(UNKNOWN).after(anchor, UNKNOWN));

        assertThat(house.thread(reply)).isEqualTo(sent);
    }

    @Test
    void p55_aReplyShouldJoinByTheMessageIdThatTheProviderMade() {
        house.store.writeNow(tx -> {
            tx.threads().alias(MailHouse.TENANT, UNKNOWN, answer, tx.now());
            return true;
        });

        InteractionId reply = house.take(reply(JO).about("Thanks!").answering(UNKNOWN));

        assertThat(house.load(reply).origin().parentId()).isEqualTo(answer);
    }

    @Test
    void p55_aReplyShouldJoinByItsReplyAddressWhenItsHeadersAreGone() {
        InteractionId reply = house.take(Mail.from(JO)
                .to(house.tokens.address("support@example.com", answer))
                .about("Thanks!"));

        assertJoined(reply);
        assertThat(house.load(reply).origin().parentId()).isEqualTo(answer);
    }

    @Test
    void p56_aTokenInTheSubjectShouldCountOnlyWhereTheMailboxWantsIt() {
        Mail forwarded = Mail.from(JO).to("tokens@example.com").about(house.tokens.subject("FW: Invoice 4711", answer));

        assertAlone(house.take(MailHouse.SUPPORT, forwarded));
        assertJoined(house.take(MailHouse.TOKENS, forwarded));
    }

    @Test
    void p53_theSameSubjectShouldJoinNothing() {
        Mail same = reply(JO)
                .about("Re: Invoice 4711")
                .with("Thread-Index", "AdabcQ==")
                .with("Thread-Topic", "Invoice 4711");

        assertAlone(house.take(same));
        assertAlone(house.take(MailHouse.TOKENS, same));
    }

    @Test
    void p53_theSameSubjectShouldJoinTheSameContactWhereTheMailboxWantsIt() {
        Mail same = Mail.from(JO).to("words@example.com").about("Re: Invoice 4711");

        assertJoined(house.take(MailHouse.WORDS, same));
        assertAlone(house.take(
                MailHouse.WORDS,
                Mail.from("al@other.example").to("words@example.com").about("Re: Invoice 4711")));
    }

    @Test
    void p57_aTokenThatNobodySignedShouldJoinNothing() {
        ThreadTokens foreign = ThreadTokens.of("another-secret-of-theirs");
        InteractionId reply = house.take(Mail.from(JO)
                .to(foreign.address("support@example.com", answer))
                .about("Re: Invoice 4711")
                .answering(foreign.messageId(answer, "example.com"))
                .after(foreign.anchor(question, "example.com")));

        assertAlone(reply);
        assertThat(house.told(reply)).contains("none of our keys signed it").doesNotContain("suggestions");
    }

    @Test
    void p57_aStrangerShouldJoinNothingByATokenOfOurs() {
        InteractionId reply = house.take(Mail.from("Eve <eve@elsewhere.example>")
                .to(house.tokens.address("support@example.com", answer))
                .about("Re: Invoice 4711")
                .answering(house.messageId(answer))
                .after("<q@customer.example>", house.messageId(answer)));

        assertAlone(reply);
        assertThat(house.told(reply)).contains("thread=" + question, "nobody in its thread knows the sender");
        assertThat(house.load(reply).userData()).containsEntry(Verdict.SUGGESTED, question.value());
    }

    @Test
    void p57_aStrangerShouldJoinWhereTheHubTrustsWhoeverHasAMail() {
        try (MailHouse trusting = new MailHouse(freshDatabase(), folder, true)) {
            InteractionId sent = trusting.write(null, "jo@customer.example");

            InteractionId reply = trusting.take(reply("eve@elsewhere.example").answering(trusting.messageId(sent)));

            assertThat(trusting.thread(reply)).isEqualTo(sent);
        }
    }

    @Test
    void p57_aColleagueOfTheCustomerShouldJoin() {
        assertJoined(house.take(reply("al@customer.example").answering(house.messageId(answer))));
    }

    @Test
    void p57_toShareAPublicMailServiceShouldMakeNobodyAColleague() {
        InteractionId sent = house.write(null, "jo@gmail.com");

        assertAlone(house.take(reply("eve@gmail.com").answering(house.messageId(sent))));
    }

    @Test
    void p57_aContactsOtherAddressShouldJoin() {
        var contact = house.load(question).contact();
        house.store.writeNow(tx -> {
            tx.contacts().add(MailHouse.TENANT, contact.id(), "jo@private.example");
            return true;
        });

        assertJoined(house.take(reply("jo@private.example").answering(house.messageId(answer))));
    }

    @Test
    void p64_aBounceShouldJoinTheThreadOfWhatWeSentWhoeverSendsIt() {
        InteractionId bounce = house.take(new Mail("""
                From: MAILER-DAEMON@relay.example\r
                To: support@example.com\r
                Subject: Undelivered Mail\r
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
                """.formatted(house.messageId(answer))));

        assertJoined(bounce);
        assertThat(house.load(bounce).origin().subtype()).isEqualTo("InboundNDR");
    }

    private static Mail reply(String from) {
        return Mail.from(from).to("support@example.com");
    }

    private void assertJoined(InteractionId mail) {
        assertThat(house.thread(mail)).as(house.told(mail)).isEqualTo(question);
    }

    private void assertAlone(InteractionId mail) {
        assertThat(house.thread(mail)).as(house.told(mail)).isEqualTo(mail);
    }
}
