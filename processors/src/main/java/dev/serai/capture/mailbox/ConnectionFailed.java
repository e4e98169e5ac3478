package dev.serai.capture.mailbox;

/** The mail server cannot be reached, refused the login or broke off: counts against no mail. */
final class ConnectionFailed extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param sentence for an operator, without secrets */
    ConnectionFailed(String sentence) {
        super(sentence);
    }

    ConnectionFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence. */
    String sentence() {
        return String.valueOf(getMessage());
    }
}
