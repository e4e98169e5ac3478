package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.State;
import dev.serai.store.DispatchRow;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes of a mail that nobody knows the end of. */
class UncertainTest extends Delivering {
    @Test
    void p66_aConnectionThatDiesAfterDataShouldMakeTheDispatchUncertain() {
        smtp.on("DOT", ScriptedSmtp.CLOSE);
        house.live();
        InteractionId id = became(DispatchRow.State.UNCERTAIN);

        assertThat(house.state(id)).isEqualTo(State.QUEUED);
        assertThat(house.load(id).standing().availableAt()).isEqualTo(Schedule.NEVER);
        assertThat(house.events(id)).contains("serai.dispatch.uncertain");
    }

    @Test
    void p66_aServerThatIsSilentAfterTheFinalDotShouldMakeTheDispatchUncertain() {
        smtp.on("DOT", ScriptedSmtp.STALL);
        house.dispatcher(DispatchMode.LIVE, null, Duration.ofMillis(500));
        became(DispatchRow.State.UNCERTAIN);
    }

    @Test
    void aConnectionThatDiesWhileTheContentIsSentShouldMakeTheDispatchUncertain() {
        smtp.on("CONTENT", ScriptedSmtp.CLOSE);
        house.live();
        became(DispatchRow.State.UNCERTAIN);
    }

    @Test
    void whatADeadProcessLeftSendingShouldBecomeUncertain() {
        InteractionId id = submit("jo@example.org");
        house.store.writeNow(tx -> {
            tx.dispatches().update(house.dispatch(id).sending(tx.now()));
            return id;
        });

        house.live();
        become(id, DispatchRow.State.UNCERTAIN);

        assertThat(smtp.commands()).isEmpty();
    }

    @Test
    void anUncertainOneShouldLeaveWhenAnOperatorRetries() {
        smtp.on("DOT", ScriptedSmtp.CLOSE);
        house.live();
        InteractionId id = became(DispatchRow.State.UNCERTAIN);
        smtp.heal();

        house.makeDue(id);

        become(id, DispatchRow.State.SENT);
    }

    @Test
    void aMailThatIsUncertainShouldStaySoWhenItIsHandedOverAgain() {
        InteractionId id = submit("jo@example.org");
        house.store.writeNow(tx -> {
            tx.dispatches().update(house.dispatch(id).to(DispatchRow.State.UNCERTAIN, "lost", tx.now()));
            return id;
        });

        house.handOver(id);

        assertThat(house.dispatch(id).state()).isEqualTo(DispatchRow.State.UNCERTAIN);
        assertThat(house.load(id).standing().availableAt()).isEqualTo(Schedule.NEVER);
    }
}
