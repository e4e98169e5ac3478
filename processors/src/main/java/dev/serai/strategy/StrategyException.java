package dev.serai.strategy;

/** A strategy could not decide. The message is a sentence for the engineer, without mail content. */
public final class StrategyException extends Exception {
    private static final long serialVersionUID = 1L;

    public StrategyException(String message) {
        super(message);
    }

    public StrategyException(String message, Throwable cause) {
        super(message, cause);
    }
}
