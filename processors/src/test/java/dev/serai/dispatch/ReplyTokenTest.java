package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.InteractionId;
import dev.serai.store.DispatchRow;
import org.junit.jupiter.api.Test;

/** How answers are known again, in what an account sends. */
class ReplyTokenTest extends Delivering {
    @Test
    void p55_repliesShouldGoToAnAddressOfTheirOwnWhereTheAccountWantsIt() {
        InteractionId id = sent("replyTo: Answers <answers@example.com>", "replyToken: true");

        assertThat(smtp.mails().get(0))
                .contains(DispatchHouse.TOKENS.address("answers@example.com", id))
                .contains("Reply-To: Answers");
    }

    @Test
    void noTokenShouldStandInReplyToOtherwise() {
        sent("replyTo: answers@example.com");

        assertThat(smtp.mails().get(0))
                .contains("Reply-To: answers@example.com")
                .doesNotContain("+c.");
    }

    @Test
    void p56_theSubjectShouldCarryATokenWhereTheAccountWantsIt() {
        InteractionId id = sent("subjectToken: true");

        assertThat(house.load(id).content().subject()).isEqualTo(DispatchHouse.TOKENS.subject("Hello", id));
    }

    @Test
    void p55_theMessageIdThatTheProviderMakesShouldBeKnown() {
        smtp.on("DOT", "250 Ok 0100018f-abcd");
        InteractionId id = sent("providerMessageId: '<{reply}@email.amazonses.com>'");

        var known =
                house.store.read(tx -> tx.interactions().byMessageId("default", "<0100018f-abcd@email.amazonses.com>"));
        assertThat(known.orElseThrow().id()).isEqualTo(id);
    }

    private InteractionId sent(String... parameters) {
        account(parameters).live();
        return became(DispatchRow.State.SENT);
    }
}
