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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A house whose account logs in by XOAUTH2, at a server that asks the token server. */
abstract class TokenDelivering {
    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit calls open
    DispatchHouse house;

    @SuppressWarnings("NullAway.Init") // JUnit calls open
    TokenServer tokens;

    @SuppressWarnings("NullAway.Init") // JUnit calls open
    ScriptedSmtp server;

    @BeforeEach
    final void open() {
        house = new DispatchHouse(folder);
        tokens = TokenServer.start();
        server = ScriptedSmtp.start().loggingIn(tokens::isGood);
    }

    @AfterEach
    final void close() {
        house.close();
        server.close();
        tokens.close();
    }

    /** Sends from now on, with tokens of the client's secret. */
    final void live() throws IOException {
        live("microsoft", "oauth2Tenant: example.com");
    }

    /** Sends from now on, with tokens of a provider that wants one more parameter. */
    final void live(String provider, String parameter) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), TokenServer.CLIENT_SECRET);
        house.account(
                "host: localhost",
                "port: " + server.port(),
                "security: none",
                "username: me",
                "secret: file:" + secret,
                "oauth2: " + provider,
                "oauth2ClientId: a-client",
                "oauth2TokenUrl: " + tokens.url(),
                parameter);
        house.live();
    }

    /** Hands a mail for jo over. */
    final InteractionId submit() {
        return house.submit(DispatchHouse.draft("jo@example.org"));
    }

    /** A mail for jo that came to be so. */
    final InteractionId became(DispatchRow.State state) {
        InteractionId id = submit();
        become(id, state);
        return id;
    }

    final void become(InteractionId id, DispatchRow.State state) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(house.dispatch(id).state())
                        .as(String.valueOf(house.dispatch(id).lastError()))
                        .isEqualTo(state));
    }
}
