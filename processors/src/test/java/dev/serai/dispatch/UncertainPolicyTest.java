package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.State;
import dev.serai.operation.Hold;
import dev.serai.operation.Resume;
import dev.serai.operation.Target;
import dev.serai.store.DispatchRow;
import dev.serai.store.WorkChange.By;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an account does with a mail that nobody knows about. */
class UncertainPolicyTest extends Delivering {
    private final SimulatedTime time = new SimulatedTime();

    @Override
    DispatchHouse house(Path itsFolder) {
        return new DispatchHouse(itsFolder, time);
    }

    @BeforeEach
    void lose() {
        smtp.on("DOT", ScriptedSmtp.CLOSE);
        account("uncertain: resend");
    }

    @Test
    void p66_uncertainMailShouldLeaveOnceMoreWithTheSameMessageId() {
        Dispatcher dispatcher = house.live();
        InteractionId id = submit("jo@example.org");
        become(id, DispatchRow.State.DEFERRED);
        boolean resent = house.dispatch(id).resent();
        smtp.heal();

        time.pass(Duration.ofSeconds(70));
        dispatcher.wake();
        become(id, DispatchRow.State.SENT);

        assertThat(resent).isTrue();
        assertThat(house.events(id)).contains("serai.dispatch.uncertain", "serai.dispatch.sent");
        assertThat(smtp.mails())
                .hasSize(1)
                .allMatch(mail -> mail.contains(house.dispatch(id).messageId()));
    }

    @Test
    void p66_mailThatIsUncertainTwiceShouldWaitForAPerson() {
        Dispatcher dispatcher = house.live();
        InteractionId id = submit("jo@example.org");
        become(id, DispatchRow.State.DEFERRED);

        time.pass(Duration.ofSeconds(70));
        dispatcher.wake();
        become(id, DispatchRow.State.UNCERTAIN);

        assertThat(house.load(id).standing().availableAt()).isEqualTo(Schedule.NEVER);
        assertThat(smtp.commands().stream().filter("DATA"::equals)).hasSize(2);
    }

    @Test
    void whatADeadProcessLeftSendingShouldLeaveOnceMore() {
        smtp.heal();
        InteractionId id = submit("jo@example.org");
        house.store.writeNow(tx -> {
            tx.dispatches().update(house.dispatch(id).sending(tx.now()));
            return id;
        });

        Dispatcher dispatcher = house.live();
        become(id, DispatchRow.State.DEFERRED);
        time.pass(Duration.ofMinutes(12));
        dispatcher.wake();
        become(id, DispatchRow.State.SENT);

        assertThat(house.dispatch(id).resent()).isTrue();
    }

    @Test
    void p66_mailThatIsHeldAndResumedWhileDataIsSaidShouldNotLeaveTwice() {
        smtp.on("DOT", ScriptedSmtp.WAIT);
        Dispatcher dispatcher = house.live();
        InteractionId id = submit("jo@example.org");
        become(id, DispatchRow.State.SENDING);
        house.store.writeNow(new Hold(new Target("default", id), null, By.of("operator")));
        house.store.writeNow(new Resume(new Target("default", id), By.of("operator")));
        dispatcher.wake();
        become(id, DispatchRow.State.DEFERRED);
        time.pass(Duration.ofSeconds(70));
        dispatcher.wake();

        await().during(Duration.ofSeconds(1)).until(() -> count("DATA") == 1);
        smtp.heal();
        become(id, DispatchRow.State.SENT);

        await().until(() -> house.state(id) == State.STOPPED);
        assertThat(count("DATA")).isEqualTo(1);
        assertThat(house.events(id)).contains("serai.dispatch.sent");
    }

    private long count(String command) {
        return smtp.commands().stream().filter(command::equals).count();
    }
}
