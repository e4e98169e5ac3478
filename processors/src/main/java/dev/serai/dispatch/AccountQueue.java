package dev.serai.dispatch;

import dev.serai.files.AccountDefinition;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
    private long lastSign;
    private final Deque<CompletableFuture<?>> unsettled = new ArrayDeque<>();

    /** @param mayLeave whether the account is not paused, its files are live and the node is not about to end */
    AccountQueue(Gates gates, Predicate<Leaving> mayLeave) {
        this.gates = gates;
        this.mayLeave = mayLeave;
    }

    /**
     * How many may be claimed now.
     *
     * @param free how many more the node may have under way; one may be begun whatever others have, so that accounts with
     *     slow servers keep nobody from sending
     * @param freeAhead how many more it may have claimed ahead
     */
    synchronized int room(AccountDefinition account, int free, int freeAhead) {
        int room = Math.max(0, Math.min(gates.room(account), Math.max(underWay == 0 ? 1 : 0, free)));
        boolean claimsAhead = account.ratePerMinute().isEmpty() && (room > 0 || underWay > 0);
        int most = claimsAhead ? Math.min(ahead, account.connections() * AHEAD_OF_A_CONNECTION) : 0;
        most = Math.min(most, claimed.size() + Math.max(0, freeAhead));
        boolean isLow = claimed.size() <= most / 2;
        return isLow || room > claimed.size() ? Math.max(0, room + most - claimed.size()) : 0;
    }

    /** How many were begun and have not ended. */
    synchronized int underWay() {
        return underWay;
    }

    /** How many are claimed and not begun. */
    synchronized int waiting() {
        return claimed.size();
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
            if (underWay == 0) {
                lastSign = System.nanoTime();
            }
            underWay++;
            return new Begun(claimed.remove(), passage);
        });
    }

    synchronized void ended(Begun begun, SendResult result) {
        underWay--;
        lastSign = System.nanoTime();
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
        return all();
    }

    /** What waits behind mail of which none ended for so long, to be given back; no more is claimed ahead meanwhile. */
    synchronized List<Leaving> stalled(Duration patience) {
        if (underWay == 0 || System.nanoTime() - lastSign < patience.toNanos()) {
            return List.of();
        }
        ahead = 0;
        return all();
    }

    private List<Leaving> all() {
        List<Leaving> all = new ArrayList<>(claimed);
        claimed.clear();
        return all;
    }

    /** A connection rests; what became of its latest mail may not be durable yet. */
    synchronized void rest(CompletableFuture<?> latest) {
        if (!latest.isDone()) {
            unsettled.add(latest);
        }
    }

    /** What a connection that begins again has to wait for before it says DATA. */
    synchronized CompletableFuture<?> latest() {
        CompletableFuture<?> latest = unsettled.poll();
        return latest == null ? CompletableFuture.completedFuture(null) : latest;
    }
}
