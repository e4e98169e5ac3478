package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.InteractionId;
import dev.serai.store.DispatchRow;
import dev.serai.store.Undeliverable;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An address that the server does not know is known as such without a report, and nothing else that it refuses is. */
class UnknownAddressTest extends Delivering {
    private static final String JO = "jo@example.org";

    @Test
    void p64_anAddressThatTheServerDoesNotKnowShouldBeUndeliverable() {
        smtp.on("RCPT", "550 5.1.1 no such user");
        house.live();

        InteractionId id = failed();

        assertThat(undeliverable()).hasValueSatisfying(known -> {
            assertThat(known.hard()).isTrue();
            assertThat(known.status()).isEqualTo("5.1.1");
            assertThat(known.words()).contains("no such user");
            assertThat(known.report()).isEqualTo(id);
        });
        assertThat(house.events(id)).containsOnlyOnce("serai.dispatch.failed").doesNotContain("serai.dispatch.bounced");
    }

    @Test
    void anAddressShouldNotBeBlamedForTheSender() {
        smtp.on("MAIL", "550 5.1.8 your domain is unknown");
        house.live();

        failed();

        assertThat(undeliverable()).isEmpty();
    }

    @Test
    void anAddressShouldNotBeBlamedForAPolicy() {
        smtp.on("RCPT", "550 5.7.1 not from you");
        house.live();

        failed();

        assertThat(undeliverable()).isEmpty();
    }

    @Test
    void anAddressShouldNotBeBlamedForTheOneThatItsMailWasDivertedTo() {
        smtp.on("RCPT", "550 5.1.1 no such user");
        house.dispatcher(DispatchMode.DIVERT, "me@example.net");

        failed();

        assertThat(undeliverable()).isEmpty();
    }

    @Test
    void aTryThatWasDivertedShouldBeKnownAsSuch() {
        house.dispatcher(DispatchMode.DIVERT, "me@example.net");

        InteractionId id = became(DispatchRow.State.SENT);

        Optional<String> instead = house.store.read(tx -> tx.dispatches().divertedTo("default", id));
        assertThat(instead).contains("me@example.net");
    }

    private InteractionId failed() {
        return became(DispatchRow.State.FAILED);
    }

    private Optional<Undeliverable> undeliverable() {
        return house.store.read(tx -> tx.undeliverable().load("default", JO));
    }
}
