package dev.serai.dispatch;

import dev.serai.files.AccountDefinition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The mail of one account that this node has claimed and not begun to send. How much is claimed ahead grows with every
 * mail that leaves, and is nothing after a fault of the server or the login.
 */
final class AccountQueue {
    /** One claim for so many mails costs next to nothing for each; what is claimed waits for nobody else. */
    private static final int MOST_AHEAD = 64;

    private static final int AHEAD_OF_A_CONNECTION = 8;

    private final Gates gates;
    private final Predicate<Leaving> mayLeave;
    private final Deque<Leaving> claimed = new ArrayDeque<>();
    private int ahead;
    private int underWay;

    /** @param mayLeave whether the account is neither paused nor the node about to end */
    AccountQueue(Gates gates, Predicate<Leaving> mayLeave) {
        this.gates = gates;
        this.mayLeave = mayLeave;
    }

    /** How many may be claimed now. */
    synchronized int room(AccountDefinition account) {
        int room = gates.room(account);
        boolean claimsAhead = account.ratePerMinute().isEmpty() && (room > 0 || underWay > 0);
        int most = claimsAhead ? Math.min(ahead, account.connections() * AHEAD_OF_A_CONNECTION) : 0;
        boolean isLow = claimed.size() <= most / 2;
        return isLow || room > claimed.size() ? Math.max(0, room + most - claimed.size()) : 0;
    }

    synchronized void add(List<Leaving> more) {
        claimed.addAll(more);
    }

    /** A mail that is begun, and the gate's word for it. */
    record Begun(Leaving mail, AccountGate.Passage passage) {}

    /** The next to begin with; empty when there is none or none may begin. */
    synchronized Optional<Begun> begin() {
        Leaving next = claimed.peek();
        if (next == null || !mayLeave.test(next)) {
            return Optional.empty();
        }
        return gates.begin(next.definition()).map(passage -> {
            underWay++;
            return new Begun(claimed.remove(), passage);
        });
    }

    synchronized void ended(Begun begun, SendResult result) {
        underWay--;
        begun.passage().ended(result);
        boolean serverIsWell = !(result instanceof SendResult.Deferred deferred)
                || deferred.fault().counts();
        ahead = serverIsWell ? Math.min(MOST_AHEAD, ahead + 1) : 0;
    }

    /** Whether claiming more is due. */
    synchronized boolean isLow() {
        return claimed.size() <= ahead / 2;
    }

    /** What nobody here will begin, to be given back; empty while others go on with it. */
    synchronized List<Leaving> stranded() {
        Leaving next = claimed.peek();
        if (next == null || (underWay > 0 && mayLeave.test(next))) {
            return List.of();
        }
        List<Leaving> all = new ArrayList<>(claimed);
        claimed.clear();
        return all;
    }
}
