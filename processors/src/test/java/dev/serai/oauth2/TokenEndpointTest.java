package dev.serai.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.files.Home;
import dev.serai.files.OAuth2;
import dev.serai.files.OAuth2.Provider;
import dev.serai.files.Secret;
import dev.serai.testing.Ports;
import dev.serai.testing.TestClock;
import dev.serai.testing.TokenServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenEndpointTest {
    private final TestClock clock = new TestClock();

    @TempDir
    private Path folder;

    private TokenServer server;
    private TokenEndpoint endpoint;

    @BeforeEach
    void start() {
        server = TokenServer.start();
        endpoint = new TokenEndpoint(Home.of(folder), clock, Duration.ofSeconds(2));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void microsoftShouldGetTheClientsCredentialsAndTheScopeOfExchange() throws IOException {
        AccessToken token = endpoint.ask(grant(Provider.MICROSOFT, server.url()));

        assertThat(server.requests("a client"))
                .singleElement()
                .satisfies(form -> assertThat(form)
                        .containsEntry("grant_type", "client_credentials")
                        .containsEntry("client_secret", TokenServer.CLIENT_SECRET)
                        .containsEntry("scope", "https://outlook.office365.com/.default")
                        .hasSize(4));
        assertThat(token.expiresAt()).isEqualTo(clock.instant().plusSeconds(3600));
    }

    @Test
    void googleShouldGetTheRefreshToken() throws IOException {
        endpoint.ask(grant(Provider.GOOGLE, server.url()));

        assertThat(server.requests("a client"))
                .singleElement()
                .satisfies(form -> assertThat(form)
                        .containsEntry("grant_type", "refresh_token")
                        .containsEntry("client_secret", TokenServer.CLIENT_SECRET)
                        .containsEntry("refresh_token", TokenServer.REFRESH_TOKEN)
                        .hasSize(4));
    }

    @Test
    void theEndpointShouldBeTheProvidersUnlessTheFileNamesOne() throws IOException {
        assertThat(grant(Provider.MICROSOFT, null).endpoint())
                .hasToString("https://login.microsoftonline.com/example.com/oauth2/v2.0/token");
        assertThat(grant(Provider.GOOGLE, null).endpoint()).hasToString("https://oauth2.googleapis.com/token");
    }

    @Test
    void aSecretShouldBeReadEachTime() throws IOException {
        Grant grant = grant(Provider.MICROSOFT, server.url());
        Files.writeString(folder.resolve("secret"), "outdated");
        assertThatThrownBy(() -> endpoint.ask(grant)).hasMessageContaining("invalid_client");
        Files.writeString(folder.resolve("secret"), TokenServer.CLIENT_SECRET);

        assertThat(endpoint.ask(grant)).isNotNull();
    }

    @Test
    void aMissingSecretShouldBeNamedByItsReference() throws IOException {
        Grant grant = grant(Provider.GOOGLE, server.url());
        Files.delete(folder.resolve("refresh"));

        assertThatThrownBy(() -> endpoint.ask(grant))
                .isInstanceOf(TokenRefused.class)
                .hasMessageContaining("secret file:" + folder.resolve("refresh"));
    }

    @Test
    void anErrorShouldBeSaidWithItsFirstLineAndWithoutSecrets() throws IOException {
        server.failing(
                400,
                "{\"error\": \"invalid_grant\", \"error_description\": \"no " + TokenServer.REFRESH_TOKEN + " for "
                        + TokenServer.CLIENT_SECRET + "\\r\\nsecond line\"}");

        assertThatThrownBy(() -> endpoint.ask(grant(Provider.GOOGLE, server.url())))
                .hasMessage("the token endpoint 127.0.0.1 answered 400 invalid_grant: no *** for ***");
    }

    @Test
    void anAnswerThatIsNoJsonShouldBeSaid() throws IOException {
        server.failing(502, "<html>Bad gateway</html>");

        assertThatThrownBy(() -> endpoint.ask(grant(Provider.GOOGLE, server.url())))
                .hasMessage("the token endpoint 127.0.0.1 answered 502 without JSON");
    }

    @Test
    void anAnswerWithoutATokenShouldBeSaid() throws IOException {
        server.failing(200, "{\"token_type\": \"Bearer\"}");

        assertThatThrownBy(() -> endpoint.ask(grant(Provider.GOOGLE, server.url())))
                .hasMessage("the token endpoint 127.0.0.1 answered 200 without access_token or error");
    }

    @Test
    void anEndpointThatDoesNotAnswerShouldBeWaitedForABoundedTime() throws IOException {
        server.hold();

        assertThatThrownBy(() -> endpoint.ask(grant(Provider.GOOGLE, server.url())))
                .hasMessage("the token endpoint 127.0.0.1 did not answer in time");
    }

    @Test
    void anEndpointThatIsNotThereShouldBeSaid() throws IOException {
        assertThatThrownBy(() -> endpoint.ask(grant(Provider.GOOGLE, "http://127.0.0.1:" + Ports.free() + "/token")))
                .hasMessage("the token endpoint 127.0.0.1 cannot be connected to");
    }

    @Test
    void aTokenShouldNotBeInItsTextForm() throws IOException {
        AccessToken token = endpoint.ask(grant(Provider.GOOGLE, server.url()));

        assertThat(token.toString()).doesNotContain(token.value()).contains("2026-11-23T11:00:00Z");
    }

    private Grant grant(Provider provider, @org.jspecify.annotations.Nullable String url) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), TokenServer.CLIENT_SECRET);
        Path refresh = Files.writeString(folder.resolve("refresh"), TokenServer.REFRESH_TOKEN);
        return new Grant(
                new OAuth2(
                        provider,
                        "a client",
                        Optional.of("example.com"),
                        Optional.of(Secret.of("file:" + refresh)),
                        Optional.ofNullable(url).map(URI::create),
                        Optional.empty()),
                Secret.of("file:" + secret),
                Optional.empty());
    }
}
