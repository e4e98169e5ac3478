package dev.serai.capture.mailbox.server;

import dev.serai.store.LedgerEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Has the server do something with sets of mails; a set that it refuses is halved, down to the mails that it refuses. */
final class Halving {
    /** So many refusals and nothing done, enough to come from 500 mails down to one: then it refuses all. */
    private static final int HOPELESS = 20;

    /** After so many refusals the rest waits for the next look. */
    private static final int ENOUGH = 100;

    private final ImapSession session;
    private final Map<String, String> refused = new HashMap<>();

    Halving(ImapSession session) {
        this.session = session;
    }

    /** What is done with a set of UIDs. */
    @FunctionalInterface
    interface Deed {
        ImapCommands.Reply with(String uids) throws ConnectionFailed;
    }

    private record Refusal(List<LedgerEntry> set, String words) {}

    /** Positions that were refused so far, each with the server's words. */
    Map<String, String> refused() {
        return refused;
    }

    /** Yields those with which it was done; each other was refused, or was not tried alone yet. */
    List<LedgerEntry> of(List<LedgerEntry> entries, Deed deed) throws ConnectionFailed {
        List<LedgerEntry> done = new ArrayList<>();
        Deque<Refusal> open = new ArrayDeque<>();
        int refusals = entries.isEmpty() ? 0 : attempt(entries, deed, done, open);
        while (!open.isEmpty() && refusals < (done.isEmpty() ? HOPELESS : ENOUGH)) {
            List<LedgerEntry> set = open.pop().set();
            int half = set.size() / 2;
            refusals += attempt(set.subList(0, half), deed, done, open);
            refusals += attempt(set.subList(half, set.size()), deed, done, open);
        }
        if (done.isEmpty()) {
            open.forEach(this::refuse);
        }
        return done;
    }

    /** Yields how many refusals there were: one or none. */
    private int attempt(List<LedgerEntry> set, Deed deed, List<LedgerEntry> done, Deque<Refusal> open)
            throws ConnectionFailed {
        ImapCommands.Reply reply = deed.with(
                UidSet.of(session.uids(set.stream().map(LedgerEntry::position).toList())));
        if (reply.ok()) {
            done.addAll(set);
            return 0;
        }
        Refusal refusal = new Refusal(set, Trouble.words(reply.text()));
        if (set.size() == 1) {
            refuse(refusal);
        } else {
            open.push(refusal);
        }
        return 1;
    }

    private void refuse(Refusal refusal) {
        refusal.set().forEach(entry -> refused.put(entry.position(), refusal.words()));
    }
}
