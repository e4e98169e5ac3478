package dev.serai.oauth2;

import dev.serai.files.MailServer;
import dev.serai.files.Secret;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The login of one connection to a mail server. It may wait for a token endpoint, so it belongs on a thread that may wait.
 */
public final class Login {
    private final MailServer server;
    private final Optional<TokenSource> source;
    private final Clock clock;
    private volatile @Nullable AccessToken used;

    Login(MailServer server, Optional<TokenSource> source, Clock clock) {
        this.server = server;
        this.source = source;
        this.clock = clock;
    }

    /** One try to log in. */
    public interface Attempt<T, E extends Exception> {
        /**
         * Connects and logs in.
         *
         * @param secret password or access token; null without a login
         * @throws E whatever went wrong; {@link AuthenticationFailedException} when the server refused the secret
         */
        T with(@Nullable String secret) throws E;
    }

    /**
     * Logs in; with a token that was kept and that the server refuses, once more with a new one.
     *
     * @throws TokenRefused when there is no token to log in with
     * @throws dev.serai.files.SecretMissing when the password's reference leads nowhere
     */
    public <T, E extends Exception> T by(Attempt<T, E> attempt) throws E, MessagingException {
        if (source.isEmpty()) {
            return withPassword(server.secret().map(Secret::resolve).orElse(null), attempt);
        }
        TokenSource tokens = source.get();
        AccessToken before = tokens.held();
        AccessToken token = tokens.token();
        try {
            return with(token, attempt);
        } catch (AuthenticationFailedException refused) {
            if (!token.equals(before)) {
                throw refused;
            }
            tokens.drop(token);
            return with(tokens.token(), attempt);
        }
    }

    /**
     * Whether the connection should be replaced: its token comes to its end, and there is a new one. Without a new one it is
     * used as long as the server lets it.
     */
    public boolean isOver() {
        AccessToken mine = used;
        if (mine == null || !mine.isDue(clock.instant())) {
            return false;
        }
        try {
            return !source.orElseThrow().token().equals(mine);
        } catch (TokenRefused noNewOne) {
            return false;
        }
    }

    private <T, E extends Exception> T withPassword(@Nullable String password, Attempt<T, E> attempt)
            throws E, MessagingException {
        try {
            return attempt.with(password);
        } catch (Exception failure) {
            if (!SaidAgain.in(failure, SaidAgain.login(server.username().orElse(""), password))) {
                throw failure;
            }
            throw failure instanceof AuthenticationFailedException
                    ? new AuthenticationFailedException(SaidAgain.INSTEAD)
                    : new MessagingException(SaidAgain.INSTEAD);
        }
    }

    private <T, E extends Exception> T with(AccessToken token, Attempt<T, E> attempt) throws E, MessagingException {
        try {
            T result = attempt.with(token.value());
            used = token;
            return result;
        } catch (Exception failure) {
            if (SaidAgain.in(failure, SaidAgain.token(server.username().orElse(""), token.value()))) {
                throw new AuthenticationFailedException(SaidAgain.INSTEAD);
            }
            throw failure;
        }
    }
}
