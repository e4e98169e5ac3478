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

    /** Whether it has the form of a token of ours, and none of our keys signed it: then its token proves nothing. */
    boolean isForged() {
        return token != null && !token.valid();
    }

    boolean isSigned() {
        return token != null && token.valid();
    }

    /** Whether it names a mail that may be stored or come, whatever its token is worth; an anchor names none. */
    boolean namesMail() {
        return messageId != null && !ThreadTokens.isAnchor(messageId);
    }

    /** For the timeline. */
    String words() {
        return messageId == null ? signal.words() : signal.words() + " " + messageId;
    }
}
