package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.InteractionId;
import dev.serai.store.DispatchRow;
import dev.serai.store.Recipient;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a server says of one recipient and what becomes of the whole mail. */
class RecipientFatesTest extends Delivering {
    @Test
    void refusalOfOneShouldBeKnownAndToldWhenItIsUncertainForTheOthers() {
        smtp.on("RCPT TO:<bo@example.org>", "550 5.1.1 no such user").on("DOT", ScriptedSmtp.CLOSE);

        DispatchRow row = settled();

        assertThat(row.state()).isEqualTo(DispatchRow.State.UNCERTAIN);
        assertThat(row.addresses(Recipient.State.FAILED)).containsExactly("bo@example.org");
        assertThat(row.left()).containsExactly("jo@example.org");
        assertThat(house.events(row.id())).contains("serai.dispatch.failed", "serai.dispatch.uncertain");
    }

    @Test
    void recipientsWhoWereTooManyShouldGetItAtOnceAndInTheSameTry() {
        String bo = "RCPT TO:<bo@example.org>";
        smtp.on(bo, "250 ok").once(bo, "452 4.5.3 too many recipients");

        DispatchRow row = settled();

        assertThat(row.state()).isEqualTo(DispatchRow.State.SENT);
        assertThat(smtp.delivered()).containsExactly("jo@example.org", "bo@example.org");
        assertThat(row.triedSince()).isNull();
    }

    @Test
    void p67_recipientsShouldHaveFatesOfTheirOwn() {
        smtp.on("RCPT TO:<late@example.org>", "450 greylisted").on("RCPT TO:<gone@example.org>", "550 gone");
        house.live();
        InteractionId id = submit("jo@example.org", "late@example.org", "gone@example.org");
        become(id, DispatchRow.State.DEFERRED);
        List<String> left = house.dispatch(id).left();
        smtp.on("RCPT TO:<late@example.org>", "250 ok");

        house.makeDue(id);
        become(id, DispatchRow.State.FAILED);

        assertThat(left).containsExactly("late@example.org");
        assertThat(house.dispatch(id).recipients().all())
                .extracting(one -> one.address() + " " + one.state().word() + " " + one.status())
                .containsExactly(
                        "jo@example.org sent null", "late@example.org sent 250", "gone@example.org failed 550");
        assertThat(recipients().stream().filter(command -> command.contains("jo@")))
                .hasSize(1);
        assertThat(smtp.mails()).hasSize(2);
    }

    /** A mail for jo and bo, when it waits for nobody but a person or time. */
    private DispatchRow settled() {
        house.live();
        InteractionId id = submit("jo@example.org", "bo@example.org");
        await().until(
                        () -> house.dispatch(id).state(),
                        state -> state != DispatchRow.State.PENDING && state != DispatchRow.State.SENDING);
        return house.dispatch(id);
    }
}
