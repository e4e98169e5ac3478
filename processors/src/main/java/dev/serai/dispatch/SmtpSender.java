package dev.serai.dispatch;

import dev.serai.files.AccountDefinition;
import dev.serai.oauth2.Tokens;
import jakarta.mail.MessagingException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends mails, each over a connection of its account that is kept for the next one for a while. */
public final class SmtpSender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpSender.class);
    /** How long the answer to the final dot may take (RFC 5321 section 4.5.3.2.6). */
    static final Duration FINAL_DOT = Duration.ofMinutes(10);

    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final int MOST_MAILS = 100;

    private final SmtpConnector connector;
    private final Logins logins;
    private final Clock clock;
    private final ConcurrentLinkedDeque<Kept> idle = new ConcurrentLinkedDeque<>();

    /** A connection that waits for the next mail. */
    private record Kept(AccountDefinition account, SmtpConnection connection, int mails, Instant since) {}

    /**
     * @param home what a relative `trustStore` is relative to
     * @param tokens shared with all who log in by OAuth 2
     */
    public SmtpSender(Path home, Tokens tokens, Clock clock) {
        this(home, tokens, clock, FINAL_DOT);
    }

    SmtpSender(Path home, Tokens tokens, Clock clock, Duration finalDot) {
        this.connector = new SmtpConnector(home, tokens, finalDot);
        this.logins = new Logins(connector::connect);
        this.clock = new SteadyClock(clock);
    }

    /** Sends one mail; what became of it is a result, never an exception. How many at once is the caller's matter. */
    SendResult send(AccountDefinition account, DispatchJob job) {
        Optional<Kept> kept = waiting(account);
        if (kept.isPresent()) {
            SendResult result = send(kept.get(), job);
            if (!wasStale(result)) {
                return result;
            }
        }
        try {
            return send(new Kept(account, logins.connect(account), 1, clock.instant()), job);
        } catch (SmtpConnector.CannotConnect reason) {
            return new SendResult.Deferred(reason.fault());
        }
    }

    private SendResult send(Kept kept, DispatchJob job) {
        SendResult result = kept.connection().send(job);
        if (result instanceof SendResult.Sent && kept.mails() < MOST_MAILS) {
            idle.addFirst(new Kept(kept.account(), kept.connection(), kept.mails() + 1, clock.instant()));
        } else {
            close(kept);
        }
        return result;
    }

    /**
     * The server had left the connection, leaves it at MAIL, or holds its login good no longer, as when a token ran out
     * (530, RFC 4954 section 6): that says nothing of a new one.
     */
    private static boolean wasStale(SendResult result) {
        if (!(result instanceof SendResult.Deferred deferred)) {
            return false;
        }
        Fault fault = deferred.fault();
        return switch (fault.step()) {
            case MAIL ->
                fault.kind() == Fault.Kind.LOGIN
                        || fault.kind() == Fault.Kind.CONNECTION
                        || String.valueOf(fault.status()).startsWith("421");
            case RCPT -> fault.kind() == Fault.Kind.LOGIN;
            default -> false;
        };
    }

    /** Closes connections that nobody needed for a while. */
    void closeIdle() {
        Instant latest = clock.instant().minus(IDLE);
        closeWhere(kept -> kept.since().isBefore(latest));
    }

    @Override
    public void close() {
        closeWhere(kept -> true);
        connector.close();
    }

    private Optional<Kept> waiting(AccountDefinition account) {
        for (Optional<Kept> next = take(account); next.isPresent(); next = take(account)) {
            if (next.get().connection().isFresh()) {
                return next;
            }
            close(next.get());
        }
        return Optional.empty();
    }

    /** One of the account as it is defined now; those of an older definition go when they were idle too long. */
    private Optional<Kept> take(AccountDefinition account) {
        for (Kept kept : idle) {
            if (kept.account().equals(account) && idle.remove(kept)) {
                return Optional.of(kept);
            }
        }
        return Optional.empty();
    }

    private void closeWhere(Predicate<Kept> old) {
        for (Kept kept : idle) {
            if (old.test(kept) && idle.remove(kept)) {
                close(kept);
            }
        }
    }

    private static void close(Kept kept) {
        try {
            kept.connection().close();
        } catch (MessagingException gone) {
            LOG.debug(
                    "a connection was gone before it was closed account={}",
                    kept.account().name());
        }
    }
}
