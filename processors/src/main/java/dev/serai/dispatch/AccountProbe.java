package dev.serai.dispatch;

import dev.serai.files.AccountDefinition;
import dev.serai.oauth2.Tokens;
import jakarta.mail.MessagingException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Tries whether an account could send: connects, protects the connection, greets, logs in, and leaves. No mail is sent. */
public final class AccountProbe implements AutoCloseable {
    private static final Duration NO_MAIL = Duration.ofMinutes(1);
    private final SmtpConnector connector;

    /** @param home what a relative `trustStore` is relative to */
    public AccountProbe(Path home, Tokens tokens) {
        this.connector = new SmtpConnector(home, tokens, NO_MAIL);
    }

    /** What is wrong, in a sentence without secrets; empty when nothing is. */
    public Optional<String> trouble(AccountDefinition account) {
        try {
            connector.connect(account).close();
            return Optional.empty();
        } catch (SmtpConnector.CannotConnect reason) {
            return Optional.of(String.valueOf(reason.getMessage()));
        } catch (MessagingException brokenAtQuit) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        connector.close();
    }
}
