package dev.serai.dispatch;

import dev.serai.store.StoreException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of one try; reasons are sentences for an operator, mostly the server's own words. */
public sealed interface SendResult {

    /**
     * The server took it for all recipients.
     *
     * @param messageId what it made of the Message-ID, where the account says how to know
     */
    record Sent(String words, @Nullable String messageId) implements SendResult {
        Sent(String words) {
            this(words, null);
        }
    }

    /**
     * It did not leave, and may another time.
     *
     * @param serverDown true when the server could not be reached or logged into at all, which is no fault of this mail
     */
    record Deferred(String reason, boolean serverDown) implements SendResult {}

    /** The database was away before the server could have taken it: it did not leave, and nobody is to blame. */
    record StoreAway(String reason) implements SendResult {
        static boolean isCauseOf(Throwable failure) {
            return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                    .anyMatch(StoreException.Unavailable.class::isInstance);
        }
    }

    /** It did not leave and never will. */
    record Failed(String reason) implements SendResult {}

    /** Nobody knows whether the server took it: the connection died after the moment before DATA. */
    record Uncertain(String reason) implements SendResult {}

    /**
     * Recipients had different fates.
     *
     * @param sent who was accepted; empty when DATA was never said
     * @param deferred who may be accepted another time, with the server's words
     * @param failed who never will, with the server's words
     */
    record Partly(List<String> sent, Map<String, String> deferred, Map<String, String> failed) implements SendResult {
        public Partly {
            sent = List.copyOf(sent);
            deferred = Map.copyOf(deferred);
            failed = Map.copyOf(failed);
        }
    }

    /** The work was taken away before DATA; nothing was sent. */
    record TakenAway() implements SendResult {}
}
