package dev.serai.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.files.Home;
import dev.serai.files.MailProtocol;
import dev.serai.files.MailServer;
import dev.serai.files.OAuth2;
import dev.serai.files.Secret;
import dev.serai.files.Security;
import dev.serai.testing.Certificate;
import dev.serai.testing.TestClock;
import dev.serai.testing.TokenServer;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
    private static final Certificate CERTIFICATE = Certificate.forHost("localhost");

    @TempDir
    private Path folder;

    @Test
    void mailboxesAndAccountsWithEqualCredentialsShouldShareAToken() throws Exception {
        try (TokenServer server = TokenServer.start()) {
            Tokens tokens = tokens();

            String first = secretOf(tokens.login(server("one", server.url(), "a-client")));
            String second = secretOf(tokens.login(server("two", server.url(), "a-client")));
            String other = secretOf(tokens.login(server("two", server.url(), "another")));

            assertThat(second).isEqualTo(first).isNotEqualTo(other);
            assertThat(server.requests("a-client")).hasSize(1);
        }
    }

    @Test
    void aTrustStoreShouldCountAtAnEndpointOfOnesOwn() throws Exception {
        try (TokenServer server = TokenServer.start(CERTIFICATE)) {
            MailServer trusting = server("one", server.url(), "a-client", Optional.of(CERTIFICATE.certificatePem()));

            assertThat(secretOf(tokens().login(trusting))).startsWith("acc3ss");
        }
    }

    @Test
    void anEndpointThatIsNotTrustedShouldGetNoSecret() throws IOException {
        try (TokenServer server = TokenServer.start(CERTIFICATE)) {
            Login login = tokens().login(server("one", server.url(), "a-client"));

            assertThatThrownBy(() -> secretOf(login))
                    .isInstanceOf(TokenRefused.class)
                    .hasMessageStartingWith("the token endpoint 127.0.0.1 failed in TLS: ");
            assertThat(server.requests("a-client")).isEmpty();
        }
    }

    @Test
    void aServerWithoutOauth2ShouldBeLoggedInToByItsPassword() throws IOException, MessagingException {
        Path secret = Files.writeString(folder.resolve("password"), "s3cret");
        MailServer server = mailServer("one", secret, Optional.empty(), Optional.empty());

        assertThat(secretOf(tokens().login(server))).isEqualTo("s3cret");
        assertThat(tokens().trouble(server)).isEmpty();
    }

    private static String secretOf(Login login) throws MessagingException {
        return login.by(String::valueOf);
    }

    private Tokens tokens() {
        return new Tokens(Home.of(folder), new TestClock());
    }

    private MailServer server(String user, String url, String client) throws IOException {
        return server(user, url, client, Optional.empty());
    }

    private MailServer server(String user, String url, String client, Optional<Path> trustStore) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), TokenServer.CLIENT_SECRET);
        OAuth2 oauth2 = new OAuth2(
                OAuth2.Provider.MICROSOFT,
                client,
                Optional.of("example.com"),
                Optional.empty(),
                Optional.of(URI.create(url)),
                Optional.empty());
        return mailServer(user, secret, Optional.of(oauth2), trustStore);
    }

    private static MailServer mailServer(String user, Path secret, Optional<OAuth2> oauth2, Optional<Path> trustStore) {
        return new MailServer(
                MailProtocol.IMAP,
                Security.TLS,
                "imap.example.com",
                993,
                Optional.of(user),
                Optional.of(Secret.of("file:" + secret)),
                oauth2,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                trustStore);
    }
}
