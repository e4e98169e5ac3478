package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft.Kind;
import dev.serai.store.DispatchRow;
import dev.serai.store.ReplyPause;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of answers that were on their way out when an operator paused them. */
class PausedAnswersTest {
    @TempDir
    private Path folder;

    private DispatchHouse house;
    private ScriptedSmtp smtp;

    @BeforeEach
    void open() {
        smtp = ScriptedSmtp.start();
        house = new DispatchHouse(folder).account("host: 127.0.0.1", "port: " + smtp.port(), "security: none");
        house.store.writeNow(tx -> {
            ReplyPause.begin(tx);
            return true;
        });
    }

    @AfterEach
    void close() {
        house.close();
        smtp.close();
    }

    @Test
    void anAutomaticAnswerShouldBeCancelledAndSaySo() {
        house.live();
        InteractionId id = house.submit(DispatchHouse.draft(Kind.ACKNOWLEDGEMENT, "Got it", "ok", "jo@example.org"));

        become(id, DispatchRow.State.CANCELLED);

        assertThat(smtp.mails()).isEmpty();
        assertThat(house.load(id).standing().stopReason()).isEqualTo("cancelled");
        assertThat(house.dispatch(id).lastError()).isEqualTo("automatic replies are paused");
        assertThat(house.events(id)).containsSubsequence("serai.dispatch.cancelled", "serai.interaction.stopped");
    }

    @Test
    void whatAPersonWroteShouldLeave() {
        house.live();
        InteractionId id = house.submit(DispatchHouse.draft(Kind.REPLY, "Re: lamp", "ok", "jo@example.org"));

        become(id, DispatchRow.State.SENT);

        assertThat(smtp.mails()).hasSize(1);
    }

    private void become(InteractionId id, DispatchRow.State state) {
        await().atMost(Duration.ofSeconds(20)).until(() -> house.dispatch(id).state() == state);
    }
}
