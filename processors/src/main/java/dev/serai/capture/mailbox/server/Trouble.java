package dev.serai.capture.mailbox.server;

import dev.serai.files.MailServer;
import dev.serai.files.SecretMissing;
import dev.serai.oauth2.TokenRefused;
import jakarta.mail.AuthenticationFailedException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.jspecify.annotations.Nullable;

/** Says in one sentence what is wrong with a mail server, without secrets. */
public final class Trouble {
    private Trouble() {}

    static ConnectionFailed with(MailServer server, Exception failure) {
        return new ConnectionFailed(server.host() + ":" + server.port() + " " + sentence(failure), failure);
    }

    /** A command that was answered with NO or BAD. */
    static ConnectionFailed refused(MailServer server, String text) {
        String how = Throttling.saidIn(text) ? " throttles: " : " refused a command: ";
        return new ConnectionFailed(server.host() + ":" + server.port() + how + words(text));
    }

    /** A SELECT that was answered with NO or BAD. */
    static ConnectionFailed noFolder(MailServer server, String folder, String text) {
        return Throttling.saidIn(text)
                ? refused(server, text)
                : new ConnectionFailed(server.host() + ":" + server.port() + " does not open the folder " + folder
                        + ": " + words(text));
    }

    /** A command that was answered on and on. */
    static ConnectionFailed endless(MailServer server, long millis) {
        return new ConnectionFailed(
                server.host() + ":" + server.port() + " did not finish a command within "
                        + Duration.ofMillis(millis).toSeconds() + " s",
                new SocketTimeoutException());
    }

    /** A mail that goes on and on. */
    static ConnectionFailed excess(MailServer server, long told) {
        return new ConnectionFailed(server.host() + ":" + server.port() + " sends on and on, more than the " + told
                + " octets that it told of a mail");
    }

    private static String sentence(Exception failure) {
        if (find(failure, UnknownHostException.class) != null) {
            return "is not known to DNS";
        }
        if (Throttling.saidIn(String.valueOf(failure.getMessage()))) {
            return "throttles: " + words(failure);
        }
        if (failure instanceof AuthenticationFailedException) {
            return "refused the login: " + words(failure);
        }
        if (failure instanceof SecretMissing || failure instanceof TokenRefused) {
            return "cannot be logged in to: " + words(failure);
        }
        Throwable root = root(failure);
        if (find(failure, SSLException.class) != null) {
            return "failed in TLS: " + words(root);
        }
        if (root instanceof SocketTimeoutException) {
            return "did not answer in time: " + words(root);
        }
        return "failed: " + words(root);
    }

    private static @Nullable Throwable find(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return cause;
            }
        }
        return null;
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause(cause)) {
            root = cause;
        }
        return root;
    }

    /** Angus hides some causes in an answer that no server gave. */
    private static @Nullable Throwable cause(Throwable failure) {
        Response answer = failure instanceof ProtocolException told ? told.getResponse() : null;
        return answer != null && answer.getException() != null ? answer.getException() : failure.getCause();
    }

    /** The first line of what it says, at most 300 characters. */
    public static String words(Throwable failure) {
        String text = failure.getMessage() == null ? "" : failure.getMessage().strip();
        return words(text.isEmpty() ? failure.getClass().getSimpleName() : text);
    }

    /** The first line, at most 300 characters. */
    static String words(String text) {
        String line = text.strip().split("\\R", 2)[0];
        return line.length() <= 300 ? line : line.substring(0, 300);
    }
}
