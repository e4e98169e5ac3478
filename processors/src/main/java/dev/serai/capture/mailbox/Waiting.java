package dev.serai.capture.mailbox;

import dev.serai.capture.mailbox.server.ConnectionFailed;
import dev.serai.capture.mailbox.server.MailboxSession;
import dev.serai.files.MailboxDefinition;
import dev.serai.store.LedgerEntry;
import dev.serai.store.LedgerTable;
import dev.serai.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The positions that the ledger does not hold: all are compared once after a connection or a new numbering, then only
 * what has come since, for UIDs only ascend (RFC 3501 section 2.3.1.1).
 */
final class Waiting {
    private final Clock clock;
    private final Set<String> fresh = new LinkedHashSet<>();
    private final Map<String, Instant> failing = new LinkedHashMap<>();
    private String prefix = "";
    private long next = 1;

    Waiting(Clock clock) {
        this.clock = clock;
    }

    /** Forgets everything: the next look compares all. */
    void forget() {
        next = 1;
        fresh.clear();
        failing.clear();
    }

    void look(MailboxSession session, Store store, MailboxDefinition mailbox) throws ConnectionFailed {
        if (!session.prefix().equals(prefix)) {
            forget();
            prefix = session.prefix();
        }
        MailboxSession.Listing listing = session.list(next);
        if (next == 1) {
            compare(listing.positions(), store, mailbox);
        } else {
            fresh.addAll(listing.positions());
        }
        next = listing.next();
    }

    private void compare(List<String> there, Store store, MailboxDefinition mailbox) {
        Map<String, LedgerTable.Known> known =
                store.read(tx -> tx.ledger().positions(mailbox.point().tenant(), mailbox.name(), prefix));
        Map<String, Instant> retries = new LinkedHashMap<>(failing);
        fresh.clear();
        failing.clear();
        for (String position : there) {
            LedgerTable.Known entry = known.get(position);
            if (entry == null) {
                fresh.add(position);
            } else if (entry.result() == LedgerEntry.Result.FAILING) {
                failing.put(position, retries.getOrDefault(position, Instant.MIN));
            }
        }
    }

    /** At most so many, the longest waiting first; those that failed come when they are due. */
    List<String> page(int max) {
        Instant now = clock.instant();
        Stream<String> due = failing.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .map(Map.Entry::getKey);
        return Stream.concat(fresh.stream(), due).limit(max).toList();
    }

    /** The ledger holds it now, or it is gone. */
    void settled(String position) {
        fresh.remove(position);
        failing.remove(position);
    }

    /** It failed; not before a time again. */
    void failed(String position, Instant notBefore) {
        fresh.remove(position);
        failing.put(position, notBefore);
    }

    boolean hasMore() {
        return !fresh.isEmpty();
    }

    int backlog() {
        return fresh.size() + failing.size();
    }
}
