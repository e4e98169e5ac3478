package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.InteractionId;
import dev.serai.store.DispatchRow;
import dev.serai.testing.TokenServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Accounts that log in by XOAUTH2, at a server that asks the token server. */
class SmtpTokenTest extends TokenDelivering {
    @Test
    void mailShouldLeaveWithATokenOfTheClientsSecret() throws IOException {
        live();

        became(DispatchRow.State.SENT);

        assertThat(server.mails()).hasSize(1);
    }

    @Test
    void mailShouldLeaveWithATokenOfTheRefreshToken() throws IOException {
        Path refresh = Files.writeString(folder.resolve("refresh"), TokenServer.REFRESH_TOKEN);
        live("google", "oauth2RefreshToken: file:" + refresh);

        became(DispatchRow.State.SENT);

        assertThat(server.mails()).hasSize(1);
    }

    @Test
    void p21_aTokenThatTheServerTakesNoLongerShouldBeReplacedAtOnce() throws IOException {
        live();
        became(DispatchRow.State.SENT);
        tokens.revoke();
        server.hangUp();
        InteractionId second = submit();

        become(second, DispatchRow.State.SENT);

        assertThat(house.dispatch(second).lastError()).isNull();
        assertThat(tokens.requests("a-client")).hasSize(2);
    }

    @Test
    void aRefusedTokenShouldDeferWithTheServersReasonsAndWithoutTheToken() throws IOException {
        server.loggingIn(token -> false);
        live();
        InteractionId id = submit();

        become(id, DispatchRow.State.DEFERRED);

        assertThat(house.dispatch(id).lastError())
                .endsWith("535 5.7.8 Username and Token not accepted (status 401, schemes Bearer)");
    }

    @Test
    void anEndpointThatRefusesShouldDeferWithItsWords() throws IOException {
        tokens.failing(400, "{\"error\": \"unauthorized_client\", \"error_description\": \"AADSTS700016: not found\"}");
        live();
        InteractionId id = submit();

        become(id, DispatchRow.State.DEFERRED);

        assertThat(house.dispatch(id).lastError())
                .contains("the token endpoint 127.0.0.1 answered 400 unauthorized_client: AADSTS700016: not found");
        assertThat(server.commands()).isEmpty();
    }

    @Test
    void aServerThatTakesNoTokensShouldNotGetOneInAnotherWay() throws IOException {
        server.on("EHLO", "250-scripted\r\n250 AUTH LOGIN PLAIN");
        live();

        became(DispatchRow.State.DEFERRED);

        assertThat(server.commands()).noneMatch(command -> command.startsWith("AUTH"));
    }
}
