package dev.serai.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.State;
import dev.serai.store.DispatchRow;
import dev.serai.store.Recipient;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** What reports do to a mail of which nobody knows whom it reached, or that was diverted; on each database. */
abstract class OpenDispatchContract extends ReportedAnswer {
    @Test
    void anUncertainDispatchShouldBeSettledByItsReport() {
        sent(DispatchRow.State.UNCERTAIN, JO);

        house.take(Postfix.report(
                house.messageId(answer),
                "Successful Mail Delivery Report",
                Postfix.group(JO, "delivered", "2.0.0", "250 2.0.0 Ok")));

        assertThat(dispatch().state()).isEqualTo(DispatchRow.State.SENT);
        assertThat(house.load(answer).standing().state()).isEqualTo(State.STOPPED);
        assertThat(house.load(answer).standing().stopReason()).isEqualTo("sent");
    }

    @Test
    void anUncertainDispatchThatBouncedShouldHaveLeft() {
        sent(DispatchRow.State.UNCERTAIN, JO);

        house.take(Postfix.failure(house.messageId(answer), JO, "5.1.1", UNKNOWN));

        assertThat(dispatch().state()).isEqualTo(DispatchRow.State.SENT);
        assertThat(dispatch().addresses(Recipient.State.BOUNCED)).containsExactly(JO);
    }

    @Test
    void aReportAboutOneShouldSettleNobodyElse() {
        sent(DispatchRow.State.UNCERTAIN, JO, AL);

        house.take(Postfix.report(
                house.messageId(answer),
                "Successful Mail Delivery Report",
                Postfix.group(JO, "delivered", "2.0.0", "250 2.0.0 Ok")));

        assertThat(dispatch().state()).isEqualTo(DispatchRow.State.UNCERTAIN);
        assertThat(dispatch().addresses(Recipient.State.SENT)).containsExactly(JO);
        assertThat(dispatch().left()).containsExactly(AL);
        assertThat(house.load(answer).standing().state()).isEqualTo(State.QUEUED);
    }

    @Test
    void aReportAboutOneWhoHadItBeforeShouldSettleNothing() {
        sent(DispatchRow.State.UNCERTAIN, JO, AL);
        change(row -> row.recipient(JO, Recipient.State.SENT, "250 ok", row.changedAt()));

        house.take(Postfix.failure(house.messageId(answer), JO, "5.1.1", UNKNOWN));

        assertThat(dispatch().state()).isEqualTo(DispatchRow.State.UNCERTAIN);
        assertThat(dispatch().left()).containsExactly(AL);
        assertThat(dispatch().addresses(Recipient.State.BOUNCED)).containsExactly(JO);
        assertThat(events(answer, "serai.dispatch.sent")).isEmpty();
    }

    @Test
    void aReportWhileItIsSentShouldLeaveTheOthersToTheTry() {
        sent(DispatchRow.State.UNCERTAIN, JO, AL);
        change(row -> row.to(DispatchRow.State.SENDING, null, row.changedAt()));

        house.take(Postfix.failure(house.messageId(answer), JO, "5.1.1", UNKNOWN));

        assertThat(dispatch().state()).isEqualTo(DispatchRow.State.SENDING);
        assertThat(dispatch().left()).containsExactly(AL);
    }

    @Test
    void whoWasRefusedInTheTryShouldBeTriedAgainOnceTheOthersAreKnown() {
        sent(DispatchRow.State.UNCERTAIN, JO, AL);
        change(row -> row.sending(row.changedAt())
                .recipient(AL, Recipient.State.DEFERRED, "451 4.7.1 later", row.changedAt())
                .to(DispatchRow.State.UNCERTAIN, "after the final dot", row.changedAt()));

        house.take(Postfix.failure(house.messageId(answer), JO, "5.1.1", UNKNOWN));

        assertThat(dispatch().state()).isEqualTo(DispatchRow.State.PENDING);
        assertThat(dispatch().left()).containsExactly(AL);
        assertThat(house.load(answer).standing().availableAt())
                .isBeforeOrEqualTo(Clock.systemUTC().instant());
    }

    @Test
    void aReportAboutOneWhoWasRefusedInTheTryShouldSettleNothing() {
        sent(DispatchRow.State.UNCERTAIN, JO, AL);
        change(row -> row.sending(row.changedAt())
                .recipient(AL, Recipient.State.DEFERRED, "451 4.7.1 later", row.changedAt())
                .to(DispatchRow.State.UNCERTAIN, "after the final dot", row.changedAt()));

        house.take(Postfix.failure(house.messageId(answer), AL, "5.1.1", UNKNOWN));

        assertThat(dispatch().state()).isEqualTo(DispatchRow.State.UNCERTAIN);
        assertThat(dispatch().left()).containsExactly(JO, AL);
    }

    @Test
    void theLastOfTheReportsShouldSettleTheDispatch() {
        sent(DispatchRow.State.UNCERTAIN, JO, AL);
        house.take(Postfix.failure(house.messageId(answer), JO, "5.1.1", UNKNOWN));

        house.take(Postfix.failure(house.messageId(answer), AL, "5.1.1", UNKNOWN));

        assertThat(dispatch().state()).isEqualTo(DispatchRow.State.SENT);
        assertThat(house.load(answer).standing().stopReason()).isEqualTo("sent");
    }

    @Test
    void aBounceOfADivertedMailShouldBlameNoCustomer() {
        sent(DispatchRow.State.SENT, JO);
        divert("tests@ours.example");

        house.take(Postfix.failure(house.messageId(answer), "tests@ours.example", "5.1.1", UNKNOWN));

        assertThat(dispatch().addresses(Recipient.State.SENT)).containsExactly(JO);
        assertThat(undeliverable(JO)).isEmpty();
        assertThat(events(question, "serai.interaction.changed"))
                .noneMatch(event -> "bounced".equals(event.data().get("dispatch")));
        assertThat(events(answer, "serai.dispatch.reported"))
                .singleElement()
                .satisfies(event -> assertThat(event.data())
                        .containsEntry("divertedTo", "tests@ours.example")
                        .containsEntry("kind", "delivery-failure"));
    }
}
