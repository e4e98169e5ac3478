package dev.serai.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.conversation.MailHouse.Mail;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.State;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.DispatchRow;
import dev.serai.store.EventLog.Event;
import dev.serai.store.Recipient;
import dev.serai.store.Undeliverable;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reports do to the dispatch, to the addresses and to the timelines, on each database. */
abstract class ComebackContract {
    private static final String JO = "jo@customer.example";
    private static final String AL = "al@customer.example";
    private static final String UNKNOWN = "550 5.1.1 <jo@customer.example>: user unknown";

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
                .about("Lamp"));
        answer = house.write(question, JO);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void p64_aBounceShouldReachTheRecipientThatItNamesAndNoOther() {
        sent(DispatchRow.State.SENT, JO, AL);

        house.take(Postfix.failure(house.messageId(answer), JO, "5.1.1", UNKNOWN));

        assertThat(dispatch().recipients())
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

    private void sent(DispatchRow.State state, String... recipients) {
        house.store.writeNow(tx -> {
            Instant now = tx.now();
            DispatchRow row = DispatchRow.pending(
                    MailHouse.TENANT,
                    answer,
                    AccountName.of("default"),
                    house.messageId(answer),
                    "",
                    "support@example.com",
                    List.of(recipients),
                    now);
            tx.dispatches().insert(row);
            boolean uncertain = state == DispatchRow.State.UNCERTAIN;
            tx.dispatches().update((uncertain ? row : row.left(Recipient.State.SENT, null, now)).to(state, null, now));
            WorkChange change =
                    new WorkChange(tx, tx.work().lock(MailHouse.TENANT, answer).orElseThrow(), By.of("test"));
            if (uncertain) {
                change.place(QueueDefinition.DISPATCH, now.plusSeconds(99_999));
            } else {
                change.stop("sent");
            }
            return true;
        });
    }

    private DispatchRow dispatch() {
        return house.store
                .read(tx -> tx.dispatches().load(MailHouse.TENANT, answer))
                .orElseThrow();
    }

    private Optional<Undeliverable> undeliverable(String address) {
        return house.store.read(tx -> tx.undeliverable().load(MailHouse.TENANT, address));
    }

    private List<Event> events(InteractionId id, String type) {
        return house.events(id).stream()
                .filter(event -> event.type().equals(type))
                .toList();
    }
}
