package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.InteractionId;
import dev.serai.store.DispatchRow;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A login that comes to its end on a connection that is kept for the next mail. */
class KeptLoginTest extends TokenDelivering {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "530 5.7.57 Client not authenticated to send mail",
                "530 5.7.0 Authentication Required",
                "535 5.7.3 Authentication unsuccessful",
                "421 4.7.0 Token expired, closing connection" + ScriptedSmtp.THEN_CLOSE
            })
    void p21_theNextMailShouldLeaveAtOnceByANewTokenWhenTheServerTakesTheLoginNoLonger(String words)
            throws IOException {
        live();
        became(DispatchRow.State.SENT);
        tokens.revoke();
        server.once("MAIL", words);

        InteractionId second = became(DispatchRow.State.SENT);

        assertThat(house.dispatch(second).attempts()).isEqualTo(1);
        assertThat(house.dispatch(second).lastError()).isNull();
        assertThat(tokens.requests("a-client")).hasSize(2);
    }

    @Test
    void p21_theNextMailShouldLeaveAtOnceWhenTheServerMissesTheLoginAtARecipient() throws IOException {
        live();
        became(DispatchRow.State.SENT);
        server.once("RCPT", "530 5.7.0 Authentication Required");

        became(DispatchRow.State.SENT);

        assertThat(server.delivered()).hasSize(2);
    }

    @Test
    void aServerThatWantsNoLoginItWasGivenShouldBeAskedOnceMoreAndNotAgain() throws IOException {
        live();
        became(DispatchRow.State.SENT);
        server.on("MAIL", "530 5.7.0 Authentication Required");

        InteractionId second = submit();

        become(second, DispatchRow.State.DEFERRED);
        assertThat(house.dispatch(second).lastError()).contains("530 5.7.0");
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void aConnectionWhoseTokenComesToItsEndShouldBeReplacedBeforeTheNextMail() throws IOException {
        AtomicReference<String> first = new AtomicReference<>("");
        server.loggingIn(token -> first.compareAndSet("", token) || !token.equals(first.get()));
        tokens.lifetime(Duration.ofSeconds(1));
        live();
        became(DispatchRow.State.SENT);
        await().until(() -> !tokens.isGood(first.get()));
        tokens.heal();

        became(DispatchRow.State.SENT);

        assertThat(tokens.requests("a-client")).hasSize(2);
        assertThat(server.connections()).isEqualTo(2);
    }
}
