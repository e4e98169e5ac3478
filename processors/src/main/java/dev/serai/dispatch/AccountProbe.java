package dev.serai.dispatch;

import dev.serai.files.AccountDefinition;
import dev.serai.oauth2.Tokens;
import jakarta.mail.MessagingException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tries whether an account could send: connects, protects the connection, greets, logs in, and leaves. No mail is sent. */
public final class AccountProbe implements AutoCloseable {
    private static final Duration NO_MAIL = Duration.ofMinutes(1);
    private final SmtpConnector connector;

    /** @param home what a relative `trustStore` is relative to */
    public AccountProbe(Path home, Tokens tokens) {
        this.connector = new SmtpConnector(home, tokens, NO_MAIL);
    }

    /**
     * What came of it.
     *
     * @param trouble what is wrong, in a sentence without secrets; null when nothing is
     * @param traits what the server said of itself; null where it did not come to that
     */
    public record Found(@Nullable String trouble, @Nullable ServerTraits traits) {}

    /** Tries an account. */
    public Found look(AccountDefinition account) {
        ServerTraits traits = null;
        try (SmtpConnection connection = connector.connect(account)) {
            traits = connection.traits();
            return new Found(null, traits);
        } catch (SmtpConnector.CannotConnect reason) {
            return new Found(String.valueOf(reason.getMessage()), null);
        } catch (MessagingException brokenAtQuit) {
            return new Found(null, traits);
        }
    }

    @Override
    public void close() {
        connector.close();
    }
}
