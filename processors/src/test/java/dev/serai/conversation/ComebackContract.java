package dev.serai.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.conversation.MailHouse.Mail;
import dev.serai.store.DispatchRow;
import dev.serai.store.Recipient;
import org.junit.jupiter.api.Test;

/** What reports do to the dispatch, to the addresses and to the timelines, on each database. */
abstract class ComebackContract extends ReportedAnswer {
    @Test
    void p64_aBounceShouldReachTheRecipientThatItNamesAndNoOther() {
        sent(DispatchRow.State.SENT, JO, AL);

        house.take(Postfix.failure(house.messageId(answer), JO, "5.1.1", UNKNOWN));

        assertThat(dispatch().recipients().all())
                .extracting(Recipient::address, Recipient::state, Recipient::status)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(JO, Recipient.State.BOUNCED, "5.1.1"),
                        org.assertj.core.groups.Tuple.tuple(AL, Recipient.State.SENT, null));
        assertThat(undeliverable(JO)).hasValueSatisfying(known -> {
            assertThat(known.hard()).isTrue();
            assertThat(known.words()).isEqualTo(UNKNOWN);
        });
        assertThat(undeliverable(AL)).isEmpty();
    }

    @Test
    void p64_aBounceThatComesTwiceShouldBeToldOnce() {
        sent(DispatchRow.State.SENT, JO);

        house.take(Postfix.failure(house.messageId(answer), JO, "5.1.1", UNKNOWN));
        house.take(Postfix.failure(house.messageId(answer), JO, "5.1.1", UNKNOWN));

        assertThat(events(answer, "serai.dispatch.bounced"))
                .singleElement()
                .satisfies(event -> assertThat(event.data())
                        .containsEntry("recipient", JO)
                        .containsEntry("status", "5.1.1")
                        .containsEntry("class", "hard"));
    }

    @Test
    void p64_aRecipientThatTheMailWasForwardedToShouldBeKnownByTheOriginalOne() {
        sent(DispatchRow.State.SENT, JO, AL);
        String group = Postfix.group(JO, "failed", "5.4.4", "Host not found")
                .replace("Final-Recipient: rfc822; " + JO, "Final-Recipient: rfc822; jo@elsewhere.example");

        house.take(Postfix.report(house.messageId(answer), "Undelivered Mail Returned to Sender", group));

        assertThat(dispatch().addresses(Recipient.State.BOUNCED)).containsExactly(JO);
    }

    @Test
    void p64_aBounceThatNamesNoneOfSeveralShouldBlameNobody() {
        sent(DispatchRow.State.SENT, JO, AL);

        house.take(Postfix.failure(house.messageId(answer), "somebody@elsewhere.example", "5.1.1", "550 unknown"));

        assertThat(dispatch().addresses(Recipient.State.SENT)).containsExactly(JO, AL);
    }

    @Test
    void aFullMailboxShouldBeSoftAndCounted() {
        sent(DispatchRow.State.SENT, JO);

        house.take(Postfix.failure(house.messageId(answer), JO, "5.2.2", "552 5.2.2 mailbox full"));

        assertThat(undeliverable(JO)).hasValueSatisfying(known -> {
            assertThat(known.hard()).isFalse();
            assertThat(known.softs()).isEqualTo(1);
        });
    }

    @Test
    void aForgedBounceShouldChangeNothing() {
        sent(DispatchRow.State.SENT, JO);
        String forged = house.messageId(answer).replaceFirst("\\.[a-z2-7]{16}@", ".aaaaaaaaaaaaaaaa@");

        house.take(Postfix.failure(forged, JO, "5.1.1", UNKNOWN));

        assertThat(dispatch().addresses(Recipient.State.SENT)).containsExactly(JO);
        assertThat(undeliverable(JO)).isEmpty();
        assertThat(events(answer, "serai.dispatch.bounced")).isEmpty();
    }

    @Test
    void aDelayShouldBeAFactAndEndNothing() {
        sent(DispatchRow.State.SENT, JO);

        house.take(Postfix.report(
                house.messageId(answer),
                "Delayed Mail (still being retried)",
                Postfix.group(JO, "delayed", "4.4.1", "connect to mx.customer.example: timed out")));

        assertThat(dispatch().addresses(Recipient.State.SENT)).containsExactly(JO);
        assertThat(events(answer, "serai.dispatch.reported"))
                .singleElement()
                .satisfies(event -> assertThat(event.data())
                        .containsEntry("fate", "delayed")
                        .containsEntry("recipient", JO));
    }

    @Test
    void p65_theAnsweredMailShouldTellThatItsAnswerDidNotArrive() {
        sent(DispatchRow.State.SENT, JO);

        house.take(Postfix.failure(house.messageId(answer), JO, "5.1.1", UNKNOWN));

        assertThat(events(question, "serai.interaction.changed"))
                .filteredOn(event -> "bounced".equals(event.data().get("dispatch")))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.data()).containsEntry("reply", answer.value());
                    assertThat(event.reason()).contains("user unknown");
                });
    }

    @Test
    void aMailFromTheAddressShouldClearIt() {
        sent(DispatchRow.State.SENT, JO);
        house.take(Postfix.failure(house.messageId(answer), JO, "5.1.1", UNKNOWN));

        house.take(Mail.from(JO)
                .to("support@example.com")
                .id("<q2@customer.example>")
                .about("I am back"));

        assertThat(undeliverable(JO)).isEmpty();
    }
}
