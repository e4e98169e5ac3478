package dev.serai.trial;

/** A dry run that took too long. The message goes on where the name of the test or mail ends. */
public final class OverdueException extends TrialException {
    private static final long serialVersionUID = 1L;

    OverdueException(String message, Throwable cause) {
        super(message, cause);
    }
}
