package dev.serai.dispatch;

/** There is no account that a mail could leave by; the message says what is missing. */
public final class NoAccountException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoAccountException(String message) {
        super(message);
    }
}
