package dev.serai.conversation;

import dev.serai.store.Store;
import dev.serai.store.ThreadTable.Move;
import dev.serai.store.ThreadTable.Span;
import dev.serai.store.Tx;
import dev.serai.store.WaitingTable.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Joins what two nodes missed. Parent and child that are written in the same moment see nothing of each other, nor does who
 * joins a thread see that it is moved; so all that began to wait or was moved is looked at soon after, once more when no
 * transaction of that time can be open, and at the start of the process. Any node may make the passes, all may.
 */
public final class ThreadSweeper {
    /** Several passes. */
    private static final Duration SOON = Duration.ofSeconds(20);
    /** Longer than any transaction lasts. */
    private static final Duration SETTLED = Duration.ofMinutes(10);

    private static final Duration WAITS = Duration.ofDays(30);
    private static final Duration MOVED = Duration.ofDays(1);
    private static final int PAGE = 1000;
    private static final String ACTOR = "sweeper";

    private final Store store;
    private final Joining joining;
    private boolean started;

    public ThreadSweeper(Store store, Joining joining) {
        this.store = store;
        this.joining = joining;
    }

    /** One pass, to be made every few seconds; returns how many interactions it changed. */
    public synchronized int pass() {
        Instant now = store.read(tx -> tx.now());
        List<Span> spans = started
                ? List.of(
                        new Span(now.minus(SOON), now),
                        new Span(now.minus(SETTLED).minus(SOON), now.minus(SETTLED)))
                : List.of(new Span(now.minus(WAITS), now));
        int changed = 0;
        for (Span span : spans) {
            changed += missed(span) + moved(span);
        }
        started = true;
        return changed;
    }

    private int missed(Span span) {
        int joined = 0;
        Instant after = span.after();
        List<Waiting> page;
        do {
            Span rest = new Span(after, span.until());
            page = store.read(tx -> tx.waiting().waiting(rest, PAGE));
            for (Waiting missed : store.read(present(page))) {
                joined += join(missed);
            }
            after = page.isEmpty() ? after : page.get(page.size() - 1).since();
        } while (page.size() >= PAGE);
        return joined;
    }

    private static Function<Tx, List<Waiting>> present(List<Waiting> page) {
        return tx -> tx.waiting().whoseParentIsHere(page);
    }

    private int join(Waiting one) {
        store.writeNow(tx -> {
            new LateParent(tx, joining, ACTOR)
                    .consider(
                            one.tenant(),
                            one.child(),
                            one.messageId(),
                            () -> tx.interactions().byMessageId(one.tenant(), one.messageId()));
            return true;
        });
        return 1;
    }

    private int moved(Span span) {
        int followed = 0;
        List<Move> moves = store.read(tx -> tx.threads().moves(span));
        for (int from = 0; from < moves.size(); from += PAGE) {
            List<Move> page = moves.subList(from, Math.min(moves.size(), from + PAGE));
            for (Move move : store.read(tx -> tx.threads().unsettled(page))) {
                followed += follow(move);
            }
        }
        return followed;
    }

    private int follow(Move move) {
        return Stream.generate(() -> store.writeNow(tx -> new LateParent(tx, joining, ACTOR).follow(move)))
                .takeWhile(followed -> followed > 0)
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** Nobody waits for ever; returns how many rows went. */
    public int purge() {
        return store.writeNow(tx -> tx.waiting().purge(tx.now().minus(WAITS))
                + tx.threads().purge(tx.now().minus(MOVED)));
    }
}
