package dev.serai.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.AccountName;
import dev.serai.interaction.InteractionId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom a mail leaves to when it is handed over once more. */
class DispatchRowTest {
    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

    private final InteractionId id = InteractionId.next(Clock.systemUTC());

    @Test
    void whatNobodyHasShouldLeaveOnlyToWhomItIsAddressedNow() {
        DispatchRow refused = to("jo@typo.example", "bcc@old.example")
                .left(Recipient.State.FAILED, "550 5.1.1 who", NOW)
                .to(DispatchRow.State.FAILED, "550 5.1.1 who", NOW);

        DispatchRow again = refused.againBy(to("jo@right.example"), NOW);

        assertThat(again.left()).containsExactly("jo@right.example");
        assertThat(again.recipients().all()).hasSize(1);
    }

    @Test
    void whoHasItShouldStayAndNotGetItAgain() {
        DispatchRow partly = to("ann@example.org", "bob@example.org", "bcc@old.example")
                .sending(NOW)
                .recipient("ann@example.org", Recipient.State.SENT, "250 ok", NOW)
                .recipient("bob@example.org", Recipient.State.DEFERRED, "450 later", NOW)
                .to(DispatchRow.State.PENDING, null, NOW);

        DispatchRow again = partly.againBy(to("Ann@example.org", "bob@example.org", "bcc@new.example"), NOW);

        assertThat(again.left()).containsExactly("bob@example.org", "bcc@new.example");
        assertThat(again.addresses(Recipient.State.SENT)).containsExactly("ann@example.org");
    }

    @Test
    void aRetryShouldHaveAllTimeAgain() {
        DispatchRow expired = to("jo@example.org")
                .deferred(NOW, "421 away", 0, NOW)
                .left(Recipient.State.FAILED, "421 away", NOW)
                .to(DispatchRow.State.FAILED, "given up", NOW);

        assertThat(expired.again(NOW).triedSince()).isNull();
        assertThat(expired.againBy(expired, NOW).triedSince()).isNull();
    }

    private DispatchRow to(String... recipients) {
        return DispatchRow.pending(
                "default", id, AccountName.of("test"), "<1@example.com>", "", "", List.of(recipients), NOW);
    }
}
