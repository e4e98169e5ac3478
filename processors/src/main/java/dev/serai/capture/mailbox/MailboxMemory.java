package dev.serai.capture.mailbox;

import java.time.Clock;
import java.util.HashSet;
import java.util.Set;

/**
 * What a mailbox's consumer keeps between looks; losing it costs time only.
 *
 * @param waiting what the ledger does not hold
 * @param suspects positions at which the connection broke
 * @param reluctance what the server refused to acknowledge
 * @param renumbering what is to be told apart after the server numbered anew
 */
record MailboxMemory(Waiting waiting, Set<String> suspects, Reluctance reluctance, Renumbering renumbering) {

    static MailboxMemory empty(Clock clock) {
        return new MailboxMemory(new Waiting(clock), new HashSet<>(), new Reluctance(clock), new Renumbering());
    }

    /** Positions that are asked for one by one. */
    Set<String> difficult() {
        Set<String> all = new HashSet<>(suspects);
        all.addAll(waiting.failing());
        return all;
    }
}
