package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.PointName;
import dev.serai.interaction.QueueName;
import dev.serai.notice.UnsentWatch;
import dev.serai.store.Arrival;
import dev.serai.store.DispatchRow;
import dev.serai.store.DispatchRow.State;
import dev.serai.store.EventLog.Event;
import dev.serai.store.InteractionFilter;
import dev.serai.store.RawContent;
import dev.serai.store.ReceiveUnit;
import dev.serai.store.Recipient;
import dev.serai.store.Roles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody knows when a mail does not leave: what it answered, the account's owner, and who watches alerts. */
class UnsentWatchTest {
    private static final String WORDS = "550 5.1.1 <jo@example.org>: user unknown";

    @TempDir
    Path folder;

    private DispatchHouse house;
    private UnsentWatch watch;

    @BeforeEach
    void open() {
        house = house(folder).account("host: smtp.example.com", "owner: post@example.com");
        watch = new UnsentWatch(house.store, house::generation, new Roles(house.store, "test"), house.outbox);
    }

    DispatchHouse house(Path place) {
        return new DispatchHouse(place);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void p65_theOwnerShouldBeToldInOneMailOfAllThatWasRefused() {
        InteractionId one = failed(null, "jo@example.org");
        InteractionId other = failed(null, "al@example.net");

        watch.pass();
        watch.pass();

        assertThat(reports()).singleElement().satisfies(report -> {
            assertThat(report.content().to().get(0).address()).isEqualTo("post@example.com");
            assertThat(report.content().subject()).isEqualTo("2 mails did not leave by account test");
            assertThat(report.content().text())
                    .contains(one.value(), other.value(), "...@example.org", "...@example.net", "Retry", "user unknown")
                    .doesNotContain("jo@", "al@", "Hello");
        });
    }

    @Test
    void whatFailsWithinTheHourShouldWaitForTheNextMail() {
        failed(null, "jo@example.org");
        watch.pass();
        failed(null, "al@example.net");

        watch.pass();

        assertThat(reports()).hasSize(1);
    }

    @Test
    void p65_whatItAnsweredShouldTellThatTheReplyFailed() {
        InteractionId question = question();
        InteractionId answer = failed(house.load(question), "jo@example.org");

        watch.pass();
        watch.pass();

        assertThat(events(question, "serai.interaction.changed"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.data())
                            .containsEntry("reply", answer.value())
                            .containsEntry("dispatch", "failed");
                    assertThat(event.reason()).isEqualTo(WORDS);
                });
    }

    @Test
    void anAlertShouldBeRaisedOnceWhenNothingLeavesAndClearedOnceWhenItDoes() {
        InteractionId waiting = submitted(null, OutboundDraft.Kind.NEW, "jo@example.org");
        become(waiting, State.DEFERRED, "535 5.7.8 no", new DispatchRow.Cause("login", "login"));
        watch.pass();
        watch.pass();
        become(waiting, State.PENDING, null, null);

        watch.pass();
        watch.pass();

        assertThat(alerts()).containsExactly("serai.alert.raised", "serai.alert.cleared");
    }

    private List<String> alerts() {
        return house.store.read(tx -> tx.events().timeline(dev.serai.store.TenantTable.HUB, "account:test")).stream()
                .map(Event::type)
                .toList();
    }

    private InteractionId failed(Interaction parent, String to) {
        return failed(parent, parent == null ? OutboundDraft.Kind.NEW : OutboundDraft.Kind.REPLY, to);
    }

    private InteractionId failed(Interaction parent, OutboundDraft.Kind kind, String to) {
        InteractionId id = submitted(parent, kind, to);
        become(id, State.FAILED, WORDS, new DispatchRow.Cause("refused", "rcpt"));
        return id;
    }

    private InteractionId submitted(Interaction parent, OutboundDraft.Kind kind, String to) {
        InteractionId id = house.store(parent, DispatchHouse.draft(kind, "Hello", "Hello", to));
        house.handOver(id);
        return id;
    }

    private void become(InteractionId id, State state, String words, DispatchRow.Cause cause) {
        house.store.writeNow(tx -> {
            DispatchRow row = tx.dispatches().load("default", id).orElseThrow();
            DispatchRow left = state == State.FAILED ? row.left(Recipient.State.FAILED, words, tx.now()) : row;
            tx.dispatches().update(left.to(state, words, tx.now()).caused(cause));
            return id;
        });
    }

    private InteractionId question() {
        Arrival arrival = new Arrival(
                "default",
                PointName.of("support"),
                "1:1",
                RawContent.of("From: jo@example.org\r\n\r\nHi\r\n".getBytes(StandardCharsets.US_ASCII)),
                QueueName.of("intake"),
                50,
                "email",
                Clock.systemUTC().instant(),
                false,
                null,
                null,
                Content.none(),
                Map.of());
        return house.store.writeNow(new ReceiveUnit(arrival, Clock.systemUTC())).id();
    }

    private List<Interaction> reports() {
        return house
                .store
                .read(tx -> tx.interactions()
                        .find("default", InteractionFilter.all().limit(100)))
                .stream()
                .filter(mail -> mail.origin().subtype().equals("OutboundNotification"))
                .toList();
    }

    private List<Event> events(InteractionId id, String type) {
        return house.store.read(tx -> tx.events().timeline("default", id)).stream()
                .filter(event -> event.type().equals(type))
                .toList();
    }
}
