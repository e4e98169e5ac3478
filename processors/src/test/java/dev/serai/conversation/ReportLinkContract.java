package dev.serai.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.conversation.MailHouse.Mail;
import dev.serai.interaction.BounceInfo;
import dev.serai.interaction.InteractionId;
import dev.serai.store.DatabaseSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports find the mail of ours that they speak of, on each database. */
abstract class ReportLinkContract {
    @TempDir
    Path folder;

    private MailHouse house;
    private InteractionId question;
    private InteractionId answer;

    abstract DatabaseSettings freshDatabase();

    @BeforeEach
    void open() {
        house = new MailHouse(freshDatabase(), folder, false);
        question = house.take(Mail.from("jo@customer.example")
                .to("support@example.com")
                .id("<q@customer.example>")
                .about("Lamp"));
        answer = house.write(question, "jo@customer.example");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void p64_aBounceWithoutStandardShouldJoinTheThreadOfTheMailQuotedInIt() {
        InteractionId bounce = house.take(qmail("Message-ID: " + house.messageId(answer)));

        assertThat(house.thread(bounce)).isEqualTo(question);
        assertThat(house.load(bounce).origin().parentId()).isEqualTo(answer);
        assertThat(house.load(bounce).origin().subtype()).isEqualTo("InboundNDR");
    }

    @Test
    void p64_theMailThatBouncedShouldBeToldOfItOnce() {
        InteractionId bounce = house.take(qmail("Message-ID: " + house.messageId(answer)));

        assertThat(house.events(answer))
                .filteredOn(event -> event.type().equals("serai.dispatch.bounced"))
                .singleElement()
                .satisfies(event -> assertThat(event.data()).containsEntry("report", bounce.value()));
    }

    @Test
    void p64_aBounceShouldKeepTheFateOfEachRecipient() {
        InteractionId bounce = house.take(qmail("Message-ID: " + house.messageId(answer)));

        assertThat(house.load(bounce).content().bounce().recipients())
                .containsExactly(new BounceInfo.Recipient(
                        "jo@customer.example", "failed", "5.1.1", "Sorry, no mailbox here by that name. (#5.1.1)"));
    }

    @Test
    void p64_aBounceOfAMailThatAProviderRenamedShouldJoinByWhatThatMailAnswered() {
        InteractionId bounce = house.take(qmail("Message-ID: <0100018f@email.amazonses.example>\r\nIn-Reply-To: "
                + house.messageId(answer) + "\r\nReferences: <q@customer.example> " + house.messageId(answer)));

        assertThat(house.thread(bounce)).isEqualTo(question);
    }

    @Test
    void aBounceOfAMailThatNobodyKnowsShouldStayOne() {
        InteractionId bounce = house.take(qmail("Message-ID: <never@sent.example>"));

        assertThat(house.thread(bounce)).isEqualTo(bounce);
        assertThat(house.load(bounce).origin().subtype()).isEqualTo("InboundNDR");
        assertThat(house.load(bounce).content().kind()).isEqualTo("delivery-failure");
    }

    private static Mail qmail(String returnedHeader) {
        return new Mail("""
                From: MAILER-DAEMON@relay.example\r
                To: support@example.com\r
                Subject: failure notice\r
                \r
                Hi. This is the qmail-send program at relay.example.\r
                \r
                <jo@customer.example>:\r
                Sorry, no mailbox here by that name. (#5.1.1)\r
                \r
                --- Below this line is a copy of the message.\r
                \r
                Return-Path: <support@example.com>\r
                %s\r
                To: jo@customer.example\r
                \r
                Hello\r
                """.formatted(returnedHeader));
    }
}
