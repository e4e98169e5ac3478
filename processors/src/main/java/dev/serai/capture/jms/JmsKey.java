package dev.serai.capture.jms;

import dev.serai.document.Document;
import dev.serai.interaction.CleanText;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** By what a message is known when it comes again. */
final class JmsKey {
    private static final int MOST = 200;
    private static final int DIGEST = 12;

    private JmsKey() {}

    /**
     * The message's id, and the beginning of its document's digest: a client that gives several messages the same id has
     * each of them applied, though not the same document twice.
     */
    static String of(String messageId, Document document) {
        return name(messageId) + "/" + document.digest().substring(0, DIGEST);
    }

    private static String name(String messageId) {
        String clean = CleanText.of(messageId);
        return clean.length() <= MOST && clean.equals(messageId)
                ? messageId
                : UUID.nameUUIDFromBytes(messageId.getBytes(StandardCharsets.UTF_8))
                        .toString();
    }
}
