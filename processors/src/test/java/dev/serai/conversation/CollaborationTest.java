package dev.serai.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.conversation.MailHouse.Mail;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.interaction.Wait;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is an expert that was asked, and who a customer. */
class CollaborationTest {
    private static final String JO = "jo@customer.example";
    private static final String EXPERT = "ed@partner.example";

    @TempDir
    private Path folder;

    private MailHouse house;
    private InteractionId question;
    private InteractionId invitation;

    @BeforeEach
    void open() {
        Path sql = Path.of(System.getProperty("serai.home"), "sql");
        house = new MailHouse(DatabaseSettings.embedded(folder.resolve("data"), sql), folder, false);
        question = house.take(mail(JO, "<question@x>"));
        invitation = house.invite(question, EXPERT);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void whoWasInvitedShouldAnswerAsAnExpert() {
        InteractionId answer = house.take(mail(EXPERT, "<answer@p>").answering(house.messageId(invitation)));

        assertThat(subtype(answer)).isEqualTo("InboundCollaborationReply");
        assertThat(house.thread(answer)).isEqualTo(question);
        assertThat(house.load(answer).origin().parentId()).isEqualTo(invitation);
    }

    @Test
    void p55_anExpertShouldBeKnownWhenARelayChangedTheMessageId() {
        String anchor = house.tokens.anchor(question, "example.com");

        InteractionId answer = house.take(mail(EXPERT, "<answer@p>").after(anchor, "<made-by-the-relay@p>"));

        assertThat(subtype(answer)).isEqualTo("InboundCollaborationReply");
    }

    @Test
    void aColleagueOfTheExpertShouldAnswerAsAnExpert() {
        InteractionId answer =
                house.take(mail("sue@partner.example", "<answer@p>").answering(house.messageId(invitation)));

        assertThat(subtype(answer)).isEqualTo("InboundCollaborationReply");
    }

    @Test
    void theCustomerShouldStayACustomerWhateverTheyAnswer() {
        house.take(mail(EXPERT, "<answer@p>").answering(house.messageId(invitation)));

        InteractionId again = house.take(mail(JO, "<again@x>").answering("<question@x>"));
        InteractionId toTheExpert = house.take(mail(JO, "<more@x>").answering("<answer@p>"));
        InteractionId toTheInvitation = house.take(mail(JO, "<odd@x>").answering(house.messageId(invitation)));

        assertThat(subtype(again)).isEqualTo("InboundCustomerReply");
        assertThat(subtype(toTheExpert)).isEqualTo("InboundCustomerReply");
        assertThat(subtype(toTheInvitation)).isEqualTo("InboundCustomerReply");
    }

    @Test
    void aMailOfTheExpertsOwnShouldBeginAThread() {
        InteractionId own = house.take(mail(EXPERT, "<own@p>"));

        assertThat(subtype(own)).isEqualTo("InboundNew");
    }

    @Test
    void p64_anInvitationThatCannotBeDeliveredShouldEndTheWaitAsAFailure() {
        letWait();

        house.take(Mail.from("mailer-daemon@partner.example")
                .with("Return-Path", "<>")
                .with("Auto-Submitted", "auto-replied")
                .with("X-Failed-Recipients", EXPERT)
                .to("support@example.com")
                .id("<bounce@p>")
                .about("Undelivered Mail Returned to Sender")
                .answering(house.messageId(invitation)));

        Wait waiting = house.load(question).standing().waiting();
        assertThat(waiting.reason()).isEqualTo("failure");
    }

    private void letWait() {
        house.store.writeNow(tx -> {
            var row = tx.work().lock(MailHouse.TENANT, question).orElseThrow();
            var claimed = row.claimed(State.ROUTING, "test", tx.now().plusSeconds(60), tx.now());
            return new WorkChange(tx, claimed, By.of("strategy-inbound"))
                    .letWait(
                            QueueName.of("inbound"),
                            Wait.Until.REPLY,
                            tx.now().plus(Duration.ofHours(2)),
                            claimed.waiting());
        });
    }

    private String subtype(InteractionId id) {
        return house.load(id).origin().subtype();
    }

    private static Mail mail(String from, String id) {
        return Mail.from(from).to("support@example.com").id(id).about("Re: Question");
    }
}
