package dev.serai.transform;

import dev.serai.message.MailMessage;

/** Rewrites what a mail says. One instance serves all threads at once. */
@FunctionalInterface
public interface Transformer {

    /**
     * Looks at a message and says what it makes of it.
     *
     * @param message the mail after the transformers before this one
     * @param context the raw mail and a reader
     * @throws Exception counts as failed, with the action that the configuration names
     */
    TransformResult transform(MailMessage message, TransformContext context) throws Exception;
}
