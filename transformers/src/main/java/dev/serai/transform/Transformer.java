package dev.serai.transform;

import dev.serai.message.MailMessage;

/** Rewrites what a mail says. One instance serves all threads at once. */
@FunctionalInterface
public interface Transformer {

    /**
     * Looks at a message and says what it makes of it. It runs with a deadline: a thread that overruns it is interrupted
     * and what it returns then is thrown away.
     *
     * @param message the mail after the transformers before this one
     * @param context the mail's bytes, a reader, room for new bytes, a debug log
     * @throws Exception counts as failed, with the action that the configuration names
     */
    TransformResult transform(MailMessage message, TransformContext context) throws Exception;

    /**
     * Whether there may be something to do; a quick look at the message, never at the bytes of its parts. Only built-in
     * transformers are asked, on the thread of the hub: false spares the hand-over to a thread that can be interrupted.
     */
    default boolean concerns(MailMessage message) {
        return true;
    }
}
