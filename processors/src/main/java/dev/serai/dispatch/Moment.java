package dev.serai.dispatch;

import dev.serai.interaction.Fence;
import dev.serai.store.Ahead;
import dev.serai.store.DispatchRow;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The moment before DATA: yields whether the work is still ours, and only then records that DATA is about to be said. The
 * lock that it takes is what a cancellation waits for, or what it finds gone.
 *
 * @param recipients who is left to get it, as it was claimed
 * @param divertedTo where the try goes instead of to the recipients; null = it goes to them
 */
record Moment(
        Fence fence, List<String> recipients, @Nullable String divertedTo) implements Unit<Boolean> {
    private static final Set<DispatchRow.State> UNSENT =
            Set.of(DispatchRow.State.PENDING, DispatchRow.State.DEFERRED, DispatchRow.State.FAILED);

    @Override
    public void announce(Ahead ahead) {
        ahead.dispatch(fence);
    }

    @Override
    public Boolean apply(Tx tx) {
        boolean ours = tx.work().lock(fence).isPresent()
                && tx.dispatches()
                        .load(fence.tenant(), fence.id())
                        .filter(this::isAsClaimed)
                        .isPresent();
        if (ours) {
            tx.dispatches().sending(fence, divertedTo, tx.now());
        }
        return ours;
    }

    /** What became of an earlier try may have become known since. */
    private boolean isAsClaimed(DispatchRow row) {
        return UNSENT.contains(row.state()) && row.left().equals(recipients);
    }

    @Override
    public long bytes() {
        return 200;
    }
}
