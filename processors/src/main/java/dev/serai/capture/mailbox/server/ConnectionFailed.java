package dev.serai.capture.mailbox.server;

import jakarta.mail.AuthenticationFailedException;
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
}
