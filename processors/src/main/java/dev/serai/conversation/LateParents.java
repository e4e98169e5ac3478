package dev.serai.conversation;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.store.Ahead;
import dev.serai.store.Store;
import dev.serai.store.ThreadMember;
import dev.serai.store.ThreadTable.Missed;
import dev.serai.store.ThreadTable.Move;
import dev.serai.store.Tx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Mail that came before what it answers. Whoever writes the parent joins the children that it sees; parent and child that
 * two nodes write in the same moment see nothing of each other, so a pass now and then looks at who began to wait, and at
 * threads that were moved, a short time ago. Any node may make it, all may.
 */
public final class LateParents {
    /** Longer than any transaction lasts. */
    private static final Duration UNSETTLED = Duration.ofMinutes(10);

    private static final Duration WAITS = Duration.ofDays(30);
    private static final int BATCH = 100;

    private final Joining joining;

    public LateParents(Joining joining) {
        this.joining = joining;
    }

    /** Names what {@link #joinTo} will read. */
    public void announce(Ahead ahead, String tenant, @Nullable String messageId) {
        if (messageId != null) {
            ahead.waitingFor(tenant, messageId);
        }
    }

    /** Joins those who waited for this one, which the transaction has just written. */
    public void joinTo(Tx tx, Interaction parent, String actor) {
        String messageId = parent.content().messageId();
        if (messageId == null) {
            return;
        }
        List<InteractionId> children = tx.threads().waitingFor(parent.tenant(), messageId);
        LateParent late = new LateParent(tx, joining, actor);
        children.stream()
                .filter(child -> !child.equals(parent.id()))
                .limit(LateParent.MOST)
                .forEach(child ->
                        late.consider(parent.tenant(), child, messageId, () -> Optional.of(ThreadMember.of(parent))));
    }

    /** An interaction that was read again joined another thread: those who joined its old one follow at the next pass. */
    public void moved(Tx tx, Interaction before, Interaction after) {
        if (!before.origin().threadId().equals(after.origin().threadId())) {
            tx.threads()
                    .moved(
                            new Move(
                                    after.tenant(),
                                    before.origin().threadId(),
                                    after.origin().threadId()),
                            tx.now());
        }
    }

    /** One pass over what two nodes may have missed; returns how many interactions it looked at. */
    public int pass(Store store) {
        List<Missed> missed = store.read(tx -> tx.threads().missed(tx.now().minus(UNSETTLED), BATCH));
        missed.forEach(one -> store.writeNow(tx -> {
            new LateParent(tx, joining, "sweeper")
                    .consider(
                            one.tenant(),
                            one.child(),
                            one.messageId(),
                            () -> tx.interactions().byMessageId(one.tenant(), one.messageId()));
            return true;
        }));
        List<Move> moves = store.read(tx -> tx.threads().moves(tx.now().minus(UNSETTLED), BATCH));
        int followed = moves.stream().mapToInt(move -> follow(store, move)).sum();
        return missed.size() + followed;
    }

    private int follow(Store store, Move move) {
        boolean settled = store.read(
                tx -> tx.threads().members(move.tenant(), move.from(), 1).isEmpty());
        return settled ? 0 : store.writeNow(tx -> new LateParent(tx, joining, "sweeper").follow(move));
    }

    /** Nobody waits for ever; returns how many rows went. */
    public int purge(Store store) {
        return store.writeNow(
                tx -> tx.threads().purge(tx.now().minus(WAITS), tx.now().minus(UNSETTLED.multipliedBy(2))));
    }
}
