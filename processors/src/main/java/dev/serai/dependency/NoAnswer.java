package dev.serai.dependency;

/** One question to a dependency got no answer, or none in time. The message is a part of a sentence, without secrets. */
public final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean unreachable;

    private NoAnswer(String reason, boolean unreachable, Throwable cause) {
        super(reason, cause);
        this.unreachable = unreachable;
    }

    /** It was reached and did not answer, or not in time, or with an error of its own. */
    public static NoAnswer late(String reason, Throwable cause) {
        return new NoAnswer(reason, false, cause);
    }

    /** The same without anything thrown. */
    public static NoAnswer late(String reason) {
        return new NoAnswer(reason, false, new IllegalStateException(reason));
    }

    /** No connection came about: nobody gets an answer at the moment. */
    public static NoAnswer unreachable(String reason, Throwable cause) {
        return new NoAnswer(reason, true, cause);
    }

    boolean isUnreachable() {
        return unreachable;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
