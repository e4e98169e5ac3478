package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.InteractionId;
import dev.serai.store.DispatchRow;
import dev.serai.testing.TokenServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A login that comes to its end on a connection that is kept for the next mail. */
class KeptLoginTest {
    @TempDir
    private Path folder;

    private DispatchHouse house;
    private TokenServer tokens;
    private ScriptedSmtp server;

    @BeforeEach
    void open() {
        house = new DispatchHouse(folder);
        tokens = TokenServer.start();
        server = ScriptedSmtp.start().loggingIn(tokens::isGood);
    }

    @AfterEach
    void close() {
        house.close();
        server.close();
        tokens.close();
    }

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
        send();
        tokens.revoke();
        server.once("MAIL", words);

        InteractionId second = send();

        assertThat(house.dispatch(second).attempts()).isEqualTo(1);
        assertThat(house.dispatch(second).lastError()).isNull();
        assertThat(tokens.requests("a-client")).hasSize(2);
    }

    @Test
    void p21_theNextMailShouldLeaveAtOnceWhenTheServerMissesTheLoginAtARecipient() throws IOException {
        live();
        send();
        server.once("RCPT", "530 5.7.0 Authentication Required");

        send();

        assertThat(server.delivered()).hasSize(2);
    }

    @Test
    void aServerThatWantsNoLoginItWasGivenShouldBeAskedOnceMoreAndNotAgain() throws IOException {
        live();
        send();
        server.on("MAIL", "530 5.7.0 Authentication Required");

        InteractionId second = house.submit(DispatchHouse.draft("jo@example.org"));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> house.dispatch(second).state() == DispatchRow.State.DEFERRED);
        assertThat(house.dispatch(second).lastError()).contains("530 5.7.0");
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void aConnectionWhoseTokenComesToItsEndShouldBeReplacedBeforeTheNextMail() throws IOException {
        AtomicReference<String> first = new AtomicReference<>("");
        server.loggingIn(token -> first.compareAndSet("", token) || !token.equals(first.get()));
        tokens.lifetime(Duration.ofSeconds(1));
        live();
        send();
        await().until(() -> !tokens.isGood(first.get()));
        tokens.heal();

        send();

        assertThat(tokens.requests("a-client")).hasSize(2);
        assertThat(server.connections()).isEqualTo(2);
    }

    private void live() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), TokenServer.CLIENT_SECRET);
        house.account(
                "host: localhost",
                "port: " + server.port(),
                "security: none",
                "username: me",
                "secret: file:" + secret,
                "oauth2: microsoft",
                "oauth2Tenant: example.com",
                "oauth2ClientId: a-client",
                "oauth2TokenUrl: " + tokens.url());
        house.live();
    }

    /** A mail that has left. */
    private InteractionId send() {
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(house.dispatch(id).state())
                        .as(String.valueOf(house.dispatch(id).lastError()))
                        .isEqualTo(DispatchRow.State.SENT));
        return id;
    }
}
