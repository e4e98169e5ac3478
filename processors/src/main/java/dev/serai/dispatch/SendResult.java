package dev.serai.dispatch;

import dev.serai.store.StoreException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of one try. */
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

    /** It did not leave, and may another time. */
    record Deferred(Fault fault) implements SendResult {}

    /** The database was away before the server could have taken it: it did not leave, and nobody is to blame. */
    record StoreAway(Fault fault) implements SendResult {
        StoreAway(Fault.Step step, String words) {
            this(Fault.of(step, Fault.Kind.STORE_AWAY, words));
        }

        static boolean isCauseOf(Throwable failure) {
            return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                    .anyMatch(StoreException.Unavailable.class::isInstance);
        }
    }

    /** It did not leave and never will. */
    record Failed(Fault fault) implements SendResult {}

    /**
     * Nobody knows whether the server took it: the connection died after the final dot was said.
     *
     * @param deferred who it was not for, and may be another time
     * @param failed who it was not for and never will be
     */
    record Uncertain(Fault fault, Map<String, Fault> deferred, Map<String, Fault> failed) implements SendResult {
        public Uncertain {
            deferred = inOrder(deferred);
            failed = inOrder(failed);
        }

        Uncertain(Fault fault) {
            this(fault, Map.of(), Map.of());
        }
    }

    /**
     * Recipients had different fates.
     *
     * @param sent who was accepted; empty when DATA was never said
     * @param deferred who may be accepted another time
     * @param failed who never will
     */
    record Partly(List<String> sent, Map<String, Fault> deferred, Map<String, Fault> failed) implements SendResult {
        public Partly {
            sent = List.copyOf(sent);
            deferred = inOrder(deferred);
            failed = inOrder(failed);
        }
    }

    /** The work was taken away before DATA; nothing was sent. */
    record TakenAway() implements SendResult {}

    /** What was known first stays first: it is what the whole try is remembered by. */
    private static Map<String, Fault> inOrder(Map<String, Fault> faults) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(faults));
    }
}
