package dev.serai.capture.mailbox.server;

/** The mail server cannot be reached, refused the login or broke off: counts against no mail. */
public final class ConnectionFailed extends Exception {
    private static final long serialVersionUID = 1L;

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
}
