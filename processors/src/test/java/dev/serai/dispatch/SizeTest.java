package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.State;
import dev.serai.store.DispatchRow;
import org.junit.jupiter.api.Test;

/** What a server says about sizes (RFC 1870). */
class SizeTest extends Delivering {
    @Test
    void mailLargerThanTheServerTakesShouldFailAtOnceWithWords() {
        smtp.on("EHLO", "250-scripted\r\n250 SIZE 100");
        house.live();
        InteractionId id = became(DispatchRow.State.FAILED);

        assertThat(house.state(id)).isEqualTo(State.QUARANTINED);
        assertThat(house.dispatch(id).lastError()).contains("100").contains("SIZE");
        assertThat(smtp.commands()).noneMatch(command -> command.startsWith("MAIL"));
    }

    @Test
    void serverThatKnowsSizesShouldBeToldTheSize() {
        smtp.on("EHLO", "250-scripted\r\n250 SIZE 0");
        house.live();
        became(DispatchRow.State.SENT);

        int octets = smtp.mails().get(0).replace("\n", "\r\n").length();
        assertThat(smtp.commands()).anyMatch(command -> command.endsWith(" SIZE=" + octets));
    }

    @Test
    void recipientForWhomItIsTooLargeShouldFailAtOnce() {
        smtp.on("RCPT", "552 5.3.4 Message size exceeds the mailbox's limit");
        house.live();
        became(DispatchRow.State.FAILED);
    }
}
