package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft.Kind;
import dev.serai.store.DispatchRow;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How mail leaves, and what keeps it from leaving where no fault does. */
class DispatcherTest extends Delivering {
    @Test
    void aMailShouldLeaveOnceAndStopAsSent() {
        house.live();
        InteractionId id = became(DispatchRow.State.SENT);

        assertThat(house.load(id).standing().stopReason()).isEqualTo("sent");
        assertThat(smtp.mails()).hasSize(1);
        assertThat(smtp.mails().get(0)).contains("From: ", "<support@example.com>", "\n.dot\n");
        assertThat(house.events(id))
                .containsSubsequence("serai.dispatch.pending", "serai.dispatch.sent", "serai.interaction.stopped");
        // counted when its settlement is durable, which the connection does not wait for
        await().untilAsserted(() -> assertThat(house.meters
                        .counter("serai.dispatch", "account", "test", "state", "sent")
                        .count())
                .isEqualTo(1));
    }

    @Test
    void automaticMailShouldHaveTheNullReturnPath() {
        house.live();
        InteractionId id = house.submit(DispatchHouse.draft(Kind.ACKNOWLEDGEMENT, "Got it", "ok", "jo@example.org"));

        become(id, DispatchRow.State.SENT);

        assertThat(smtp.commands()).anyMatch(command -> command.startsWith("MAIL FROM:<>"));
    }

    @Test
    void connectionsShouldBeUsedAgain() {
        house.live();
        InteractionId first = submit("jo@example.org");
        become(first, DispatchRow.State.SENT);
        InteractionId second = submit("jo@example.org");
        become(second, DispatchRow.State.SENT);

        assertThat(smtp.connections()).isEqualTo(1);
    }

    @Test
    void nothingShouldLeaveWhileTheModeIsHold() {
        Dispatcher dispatcher = house.dispatcher(DispatchMode.HOLD, null);
        InteractionId id = submit("jo@example.org");

        await().during(Duration.ofSeconds(1)).until(() -> smtp.commands().isEmpty());

        assertThat(house.dispatch(id).state()).isEqualTo(DispatchRow.State.PENDING);
        assertThat(dispatcher.status().mode()).isEqualTo(DispatchMode.HOLD);
        assertThat(dispatcher.status().accounts().get(0).count(DispatchRow.State.PENDING))
                .isEqualTo(1);
    }

    @Test
    void everythingShouldGoToOneAddressWhileTheModeIsDivert() {
        house.dispatcher(DispatchMode.DIVERT, "me@example.net");
        InteractionId id = submit("jo@example.org", "bo@example.org");

        become(id, DispatchRow.State.SENT);

        assertThat(recipients()).containsExactly("RCPT TO:<me@example.net>");
        assertThat(smtp.mails().get(0))
                .contains("X-Serai-Diverted-To: me@example.net")
                .contains("Subject: [diverted] Hello")
                .contains("X-Serai-Original-Recipients: jo@example.org,\n bo@example.org");
    }

    @Test
    void aPausedAccountShouldSendNothingUntilItIsResumed() {
        Dispatcher dispatcher = house.live();
        dispatcher.pause(DispatchHouse.ACCOUNT);
        InteractionId id = submit("jo@example.org");
        await().during(Duration.ofMillis(800)).until(() -> smtp.commands().isEmpty());

        dispatcher.resume(DispatchHouse.ACCOUNT);

        become(id, DispatchRow.State.SENT);
    }

    @Test
    void noMoreShouldLeaveInAMinuteThanTheAccountAllows() {
        account("ratePerMinute: 3");
        house.live();
        for (int i = 0; i < 5; i++) {
            submit("jo@example.org");
        }

        await().until(() -> smtp.mails().size() == 3);
        await().during(Duration.ofSeconds(1)).until(() -> smtp.mails().size() == 3);
    }
}
