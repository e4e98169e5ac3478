package dev.serai.capture.mailbox.server;

import jakarta.mail.AuthenticationFailedException;
import java.net.SocketTimeoutException;
import java.util.regex.Pattern;

/** The mail server cannot be reached, refused the login or broke off: counts against no mail. */
public final class ConnectionFailed extends Exception {
    private static final long serialVersionUID = 1L;
    private static final Pattern LOGIN_OVER = Pattern.compile("AccessTokenExpired|\\[(AUTHENTICATIONFAILED|EXPIRED)]");

    /** @param sentence for an operator, without secrets */
    public ConnectionFailed(String sentence) {
        super(sentence);
    }

    public ConnectionFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /**
     * Whether the server ended the session since its login is over, as it does when a token runs out: by the response codes
     * of RFC 5530 section 3, or in Exchange Online's words.
     */
    public boolean isLoginOver() {
        return !(getCause() instanceof AuthenticationFailedException)
                && LOGIN_OVER.matcher(sentence()).find();
    }

    /** Whether the server wants to be left alone for a while. */
    public boolean isThrottled() {
        return Throttling.saidIn(sentence());
    }

    /** Whether the server said nothing for too long, or did not come to an end. */
    public boolean isSilence() {
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }

    /** Whether a mail that was asked for may be the cause. */
    public boolean mayBeAMails() {
        return !isLoginOver() && !isThrottled();
    }
}
