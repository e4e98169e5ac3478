package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.InteractionId;
import dev.serai.store.DispatchRow;
import dev.serai.testing.TokenServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts that log in by XOAUTH2, at a server that asks the token server. */
class SmtpTokenTest {
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

    @Test
    void mailShouldLeaveWithATokenOfTheClientsSecret() throws IOException {
        live("microsoft", "oauth2Tenant: example.com");

        become(send(), DispatchRow.State.SENT);

        assertThat(server.mails()).hasSize(1);
    }

    @Test
    void mailShouldLeaveWithATokenOfTheRefreshToken() throws IOException {
        Path refresh = Files.writeString(folder.resolve("refresh"), TokenServer.REFRESH_TOKEN);
        live("google", "oauth2RefreshToken: file:" + refresh);

        become(send(), DispatchRow.State.SENT);

        assertThat(server.mails()).hasSize(1);
    }

    @Test
    void p21_aTokenThatTheServerTakesNoLongerShouldBeReplacedAtOnce() throws IOException {
        live("microsoft", "oauth2Tenant: example.com");
        become(send(), DispatchRow.State.SENT);
        tokens.revoke();
        server.hangUp();
        InteractionId second = send();

        become(second, DispatchRow.State.SENT);

        assertThat(house.dispatch(second).lastError()).isNull();
        assertThat(tokens.requests("a-client")).hasSize(2);
    }

    @Test
    void aRefusedTokenShouldDeferWithTheServersReasonsAndWithoutTheToken() throws IOException {
        server.loggingIn(token -> false);
        live("microsoft", "oauth2Tenant: example.com");
        InteractionId id = send();

        become(id, DispatchRow.State.DEFERRED);

        assertThat(house.dispatch(id).lastError())
                .endsWith("535 5.7.8 Username and Token not accepted (status 401, schemes Bearer)");
    }

    @Test
    void anEndpointThatRefusesShouldDeferWithItsWords() throws IOException {
        tokens.failing(400, "{\"error\": \"unauthorized_client\", \"error_description\": \"AADSTS700016: not found\"}");
        live("microsoft", "oauth2Tenant: example.com");
        InteractionId id = send();

        become(id, DispatchRow.State.DEFERRED);

        assertThat(house.dispatch(id).lastError())
                .contains("the token endpoint 127.0.0.1 answered 400 unauthorized_client: AADSTS700016: not found");
        assertThat(server.commands()).isEmpty();
    }

    @Test
    void aServerThatTakesNoTokensShouldNotGetOneInAnotherWay() throws IOException {
        server.on("EHLO", "250-scripted\r\n250 AUTH LOGIN PLAIN");
        live("microsoft", "oauth2Tenant: example.com");

        become(send(), DispatchRow.State.DEFERRED);

        assertThat(server.commands()).noneMatch(command -> command.startsWith("AUTH"));
    }

    private void live(String provider, String parameter) throws IOException {
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

    private InteractionId send() {
        return house.submit(DispatchHouse.draft("jo@example.org"));
    }

    private void become(InteractionId id, DispatchRow.State state) {
        await().untilAsserted(() -> assertThat(house.dispatch(id).state())
                .as(String.valueOf(house.dispatch(id).lastError()))
                .isEqualTo(state));
    }
}
