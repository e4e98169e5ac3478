package dev.serai.capture.mailbox.server;

import dev.serai.files.MailServer;
import dev.serai.files.SecretMissing;
import dev.serai.oauth2.TokenRefused;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says in one sentence what is wrong with a mail server, without secrets. */
public final class Trouble {
    private Trouble() {}

    static ConnectionFailed with(MailServer server, Exception failure) {
        return new ConnectionFailed(server.host() + ":" + server.port() + " " + sentence(failure), failure);
    }

    private static String sentence(Exception failure) {
        if (failure instanceof AuthenticationFailedException) {
            return "refused the login: " + words(failure);
        }
        if (failure instanceof SecretMissing || failure instanceof TokenRefused) {
            return "cannot be logged in to: " + words(failure);
        }
        if (failure instanceof FolderNotFoundException) {
            return "has no such folder: " + words(failure);
        }
        Throwable root = root(failure);
        if (find(failure, SSLException.class) != null) {
            return "failed in TLS: " + words(root);
        }
        if (root instanceof SocketTimeoutException) {
            return "did not answer in time: " + words(root);
        }
        if (root instanceof UnknownHostException) {
            return "is not known to DNS";
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
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** The first line of what it says, at most 300 characters. */
    public static String words(Throwable failure) {
        String text = failure.getMessage() == null ? "" : failure.getMessage().strip();
        String line = text.isEmpty() ? failure.getClass().getSimpleName() : text.split("\\R", 2)[0];
        return line.length() <= 300 ? line : line.substring(0, 300);
    }
}
