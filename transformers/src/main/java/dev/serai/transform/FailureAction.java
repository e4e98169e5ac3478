package dev.serai.transform;

import java.util.Arrays;
import java.util.Locale;

/** What becomes of a mail when a transformer fails. */
public enum FailureAction {
    /** The whole intake of this mail is tried again later. */
    RETRY,
    /** The mail goes on as it was before this transformer. */
    BYPASS,
    /** The mail goes on as a wrapper with the original attached. */
    WRAP,
    /** The mail waits in quarantine for an operator. */
    QUARANTINE;

    /** The word in {@code config/transformers.yaml}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * By its word in any letter case.
     *
     * @throws IllegalArgumentException for another word; the message lists those that there are
     */
    public static FailureAction of(String word) {
        return Arrays.stream(values())
                .filter(action -> action.word().equalsIgnoreCase(word.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "onFailure is '" + word + "'; expected retry, bypass, wrap or quarantine"));
    }
}
