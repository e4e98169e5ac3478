package dev.serai.conversation;

import dev.serai.interaction.InteractionId;
import dev.serai.store.MergeTable.Merge;
import dev.serai.store.Store;
import dev.serai.store.StoreException;
import dev.serai.store.ThreadTable.Move;
import dev.serai.store.ThreadTable.Span;
import dev.serai.store.Tx;
import dev.serai.store.WaitingTable.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Joins what two nodes missed. Parent and child that are written in the same moment see nothing of each other, nor does who
 * joins a thread see that it is moved, or who writes to a contact that it is merged; so all that began to wait, was moved or
 * merged is looked at soon after, once more when no transaction of that time can be open, and at the start of the process.
 * No time is left out, however long a pass takes. Any node may make the passes, all may.
 */
public final class ThreadSweeper {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadSweeper.class);

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
    private final Function<Tx, Instant> clock;
    private List<SweptSpan> spans = List.of();

    public ThreadSweeper(Store store, Joining joining) {
        this(store, joining, Tx::now);
    }

    /** @param clock the database's */
    ThreadSweeper(Store store, Joining joining, Function<Tx, Instant> clock) {
        this.store = store;
        this.joining = joining;
        this.clock = clock;
    }

    /** One pass, to be made every few seconds; returns how many interactions it changed. */
    public synchronized int pass() {
        Instant now = store.read(clock);
        if (spans.isEmpty()) {
            int changed = sweep(new Span(now.minus(WAITS), now));
            spans = List.of(
                    new SweptSpan(Duration.ZERO, SOON, now),
                    new SweptSpan(SETTLED, Duration.ZERO, now.minus(SETTLED).minus(SOON)));
            return changed;
        }
        int changed = 0;
        for (SweptSpan span : spans) {
            Span next = span.next(now);
            changed += sweep(next);
            span.completed(next);
        }
        return changed;
    }

    private int sweep(Span span) {
        return missed(span) + moved(span) + merged(span);
    }

    private int missed(Span span) {
        int joined = 0;
        Instant after = span.after();
        List<Waiting> page;
        do {
            Span rest = new Span(after, span.until());
            page = store.read(tx -> tx.waiting().waiting(rest, PAGE));
            for (Waiting missed : store.read(present(page))) {
                joined += quietly(missed.child(), () -> join(missed));
            }
            after = page.isEmpty() ? after : page.get(page.size() - 1).since();
        } while (page.size() >= PAGE);
        return joined;
    }

    /** What cannot be joined keeps nobody else from it; it is tried again while its time is looked at. */
    private static int quietly(InteractionId id, IntSupplier one) {
        try {
            return one.getAsInt();
        } catch (StoreException.Unavailable away) {
            throw away;
        } catch (RuntimeException failure) {
            LOG.error("an interaction cannot be joined to its thread or contact, the pass goes on id={}", id, failure);
            return 0;
        }
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
                followed += quietly(move.from(), () -> follow(move));
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

    private int merged(Span span) {
        int followed = 0;
        for (Merge merge : store.read(tx -> tx.merges().of(span))) {
            followed +=
                    quietly(merge.gone(), () -> store.writeNow(tx -> tx.merges().follow(merge)));
        }
        return followed;
    }

    /** Nobody waits for ever; returns how many rows went. */
    public int purge() {
        return store.writeNow(tx -> tx.waiting().purge(tx.now().minus(WAITS))
                + tx.threads().purge(tx.now().minus(MOVED))
                + tx.merges().purge(tx.now().minus(MOVED)));
    }
}
