package dev.serai.transform;

import dev.serai.message.MailMessage;

/** What came of one transformer. */
public sealed interface TransformResult {

    /** There was nothing for it to do. */
    record Unchanged() implements TransformResult {}

    /**
     * It made another message.
     *
     * @param message what the next transformer gets
     * @param reason what was done, as a sentence
     */
    record Changed(MailMessage message, String reason) implements TransformResult {}

    /**
     * It could not do its work.
     *
     * @param reason why, as a sentence
     * @param action what is to become of the mail
     */
    record Failed(String reason, FailureAction action) implements TransformResult {}

    static TransformResult unchanged() {
        return new Unchanged();
    }

    static TransformResult changed(MailMessage message, String reason) {
        return new Changed(message, reason);
    }

    static TransformResult failed(String reason, FailureAction action) {
        return new Failed(reason, action);
    }
}
