package dev.serai.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.files.MailProtocol;
import dev.serai.files.MailServer;
import dev.serai.files.Security;
import dev.serai.testing.TestClock;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoginTest {
    private static final MailServer SERVER = new MailServer(
            MailProtocol.IMAP,
            Security.TLS,
            "imap.example.com",
            993,
            Optional.of("jo@example.com"),
            Optional.empty(),
            Optional.empty(),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Optional.empty());

    private final TestClock clock = new TestClock();
    private final List<String> tried = new ArrayList<>();
    private int given;
    private boolean down;
    private final TokenSource source = new TokenSource(this::token, "a-client", clock);
    private final Login login = new Login(SERVER, Optional.of(source), clock);

    @Test
    void p21_aKeptTokenThatIsRefusedShouldBeReplacedOnce() throws MessagingException {
        source.token();

        login.by(secret -> refusing("token-1", secret));

        assertThat(tried).containsExactly("token-1", "token-2");
    }

    @Test
    void aTokenThatIsRefusedTooShouldBeTheEndOfIt() {
        source.token();

        assertThatThrownBy(() -> login.by(secret -> refusing("token", secret)))
                .isInstanceOf(AuthenticationFailedException.class);
        assertThat(tried).containsExactly("token-1", "token-2");
    }

    @Test
    void aFreshTokenThatIsRefusedShouldNotBeReplaced() {
        assertThatThrownBy(() -> login.by(secret -> refusing("token", secret)))
                .isInstanceOf(AuthenticationFailedException.class);
        assertThat(tried).containsExactly("token-1");
    }

    @Test
    void anotherFailureShouldNotBeTriedAgain() {
        source.token();

        assertThatThrownBy(() -> login.by(secret -> {
                    tried.add(String.valueOf(secret));
                    throw new MessagingException("the connection ended");
                }))
                .hasMessage("the connection ended");
        assertThat(tried).hasSize(1);
    }

    @Test
    void wordsThatRepeatTheTokenShouldBeLeftOut() {
        assertThatThrownBy(() -> login.by(secret -> {
                    throw new MessagingException("BAD AUTHENTICATE " + Xoauth2.response("jo@example.com", secret));
                }))
                .hasMessage("(the server's words repeat the login, so they are not shown)")
                .hasNoCause();
    }

    @Test
    void p21_aConnectionShouldBeReplacedWhenItsTokenComesToItsEnd() throws MessagingException {
        login.by(secret -> secret);
        assertThat(login.isOver()).isFalse();

        clock.pass(Duration.ofMinutes(56));

        assertThat(login.isOver()).isTrue();
    }

    @Test
    void p21_aConnectionShouldBeKeptWhenThereIsNoNewToken() throws MessagingException {
        login.by(secret -> secret);
        down = true;
        clock.pass(Duration.ofHours(2));

        assertThat(login.isOver()).isFalse();
        assertThat(source.trouble()).contains("it is down");
    }

    private String refusing(String tokens, String secret) throws MessagingException {
        tried.add(secret);
        if (secret.startsWith(tokens)) {
            throw new AuthenticationFailedException("no");
        }
        return secret;
    }

    private AccessToken token() {
        if (down) {
            throw new TokenRefused("it is down");
        }
        return AccessToken.of("token-" + ++given, clock.instant(), Duration.ofHours(1));
    }
}
