package dev.serai.conversation;

import dev.serai.conversation.ThreadTokens.Read;
import org.jspecify.annotations.Nullable;

/**
 * One thing in a mail that points to a thread.
 *
 * @param messageId what it names, null for a token alone
 * @param token what it proves, null where it looks like none of ours
 */
record Trace(
        Signal signal, @Nullable String messageId, @Nullable Read token) {

    boolean isForged() {
        return token != null && !token.valid();
    }

    /** For the timeline. */
    String words() {
        return messageId == null ? signal.words() : signal.words() + " " + messageId;
    }
}
