package dev.serai.trial;

/** The files of a generation do not let strategies run. The message says which and why. */
public class TrialException extends Exception {
    private static final long serialVersionUID = 1L;

    TrialException(String message, Throwable cause) {
        super(message, cause);
    }
}
