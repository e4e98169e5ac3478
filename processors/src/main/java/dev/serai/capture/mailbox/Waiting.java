package dev.serai.capture.mailbox;

import dev.serai.capture.mailbox.server.ConnectionFailed;
import dev.serai.capture.mailbox.server.FetchForm;
import dev.serai.capture.mailbox.server.MailboxSession;
import dev.serai.capture.mailbox.server.Mark;
import dev.serai.files.MailboxDefinition;
import dev.serai.store.LedgerEntry;
import dev.serai.store.LedgerTable;
import dev.serai.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The positions that the ledger does not hold. All are compared once after a connection or a new numbering, or only what
 * changed since the mailbox's mark where the server can tell; then only what has come since, for UIDs only ascend (RFC
 * 3501 section 2.3.1.1). Where all must be listed each time, only what the last look did not list is compared.
 */
final class Waiting {
    private final Clock clock;
    private final Set<String> fresh = new LinkedHashSet<>();
    private final Map<String, Retry> failing = new LinkedHashMap<>();
    private Set<String> listed = Set.of();
    private String prefix = "";
    private long next = 1;

    Waiting(Clock clock) {
        this.clock = clock;
    }

    private record Retry(Instant notBefore, int attempts) {}

    /** Forgets everything: the next look compares. */
    void forget() {
        next = 1;
        listed = Set.of();
        fresh.clear();
        failing.clear();
    }

    /** Not while a whole page waits: what has come meanwhile can wait too. */
    void look(MailboxSession session, PointFacts facts, Store store, MailboxDefinition mailbox)
            throws ConnectionFailed {
        if (!session.prefix().equals(prefix)) {
            forget();
            prefix = session.prefix();
        }
        if (session.isAnew()) {
            next = 1;
            listed = Set.of();
        }
        if (next == 1) {
            Optional<Mark> mark = facts.markUnder(prefix);
            Optional<MailboxSession.Listing> since =
                    mark.isPresent() ? session.listSince(mark.get()) : Optional.empty();
            MailboxSession.Listing there = since.isPresent() ? since.get() : session.list(1);
            compare(there.positions(), store, mailbox);
            next = there.next();
        } else if (fresh.size() < mailbox.polling().maxPerPoll()) {
            MailboxSession.Listing since = session.list(next);
            fresh.addAll(since.positions());
            next = since.next();
        }
    }

    private void compare(List<String> there, Store store, MailboxDefinition mailbox) {
        Set<String> now = new HashSet<>(there);
        fresh.retainAll(now);
        failing.keySet().retainAll(now);
        List<String> unknown =
                there.stream().filter(position -> !listed.contains(position)).toList();
        Map<String, LedgerTable.Known> known =
                store.read(tx -> tx.ledger().known(mailbox.point().tenant(), mailbox.name(), unknown));
        for (String position : unknown) {
            LedgerTable.Known entry = known.get(position);
            if (entry == null) {
                fresh.add(position);
            } else if (entry.result() == LedgerEntry.Result.FAILING) {
                failing.putIfAbsent(position, new Retry(Instant.MIN, entry.attempts()));
            }
        }
        listed = now;
    }

    /** At most so many, the longest waiting first; those that failed come when they are due. */
    List<String> page(int max) {
        Instant now = clock.instant();
        Stream<String> due = failing.entrySet().stream()
                .filter(entry -> !entry.getValue().notBefore().isAfter(now))
                .map(Map.Entry::getKey);
        return Stream.concat(fresh.stream(), due).limit(max).toList();
    }

    /** How a mail is asked for now: another way each time that it failed. */
    FetchForm form(String position) {
        Retry retry = failing.get(position);
        return FetchForm.after(retry == null ? 0 : retry.attempts());
    }

    /** The ledger holds it now, or it is gone. */
    void settled(String position) {
        fresh.remove(position);
        failing.remove(position);
    }

    /** It failed; not before a time again. */
    void failed(String position, Instant notBefore) {
        fresh.remove(position);
        Retry before = failing.get(position);
        failing.put(position, new Retry(notBefore, before == null ? 1 : before.attempts() + 1));
    }

    /** Positions that failed before. */
    Collection<String> failing() {
        return failing.keySet();
    }

    /** They failed for good once, and an operator wants them asked for again. */
    void asked(Collection<String> positions) {
        positions.forEach(position -> failing.putIfAbsent(position, new Retry(Instant.MIN, 0)));
    }

    boolean hasMore() {
        return !fresh.isEmpty();
    }

    int backlog() {
        return fresh.size() + failing.size();
    }
}
