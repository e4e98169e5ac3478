package dev.serai.transform;

import dev.serai.message.MailMessage;
import dev.serai.mime.RawSource;
import org.jspecify.annotations.Nullable;

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
     * It wrote the mail anew, as MIME. The chain reads the new bytes and goes on with what they say.
     *
     * @param raw the new bytes, most easily made with {@link Scratch#write}
     * @param reason what was done, as a sentence
     */
    record Rewritten(RawSource raw, String reason) implements TransformResult {}

    /**
     * It could not do its work. On the way out the mail always goes on as it was, whatever the action.
     *
     * @param reason why, as a sentence
     * @param action what is to become of the mail; null leaves it to {@code onFailure} of the configuration
     */
    record Failed(String reason, @Nullable FailureAction action) implements TransformResult {}

    static TransformResult unchanged() {
        return new Unchanged();
    }

    static TransformResult changed(MailMessage message, String reason) {
        return new Changed(message, reason);
    }

    static TransformResult rewritten(RawSource raw, String reason) {
        return new Rewritten(raw, reason);
    }

    /** Failed, with the action that the configuration names. */
    static TransformResult failed(String reason) {
        return new Failed(reason, null);
    }

    static TransformResult failed(String reason, FailureAction action) {
        return new Failed(reason, action);
    }
}
