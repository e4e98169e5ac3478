package dev.serai.dispatch;

import dev.serai.interaction.Fence;
import dev.serai.store.Ahead;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The moment before DATA: yields whether the work is still ours, and only then records that DATA is about to be said. The
 * lock that it takes is what a cancellation waits for, or what it finds gone.
 *
 * @param divertedTo where the try goes instead of to the recipients; null = it goes to them
 */
record Moment(Fence fence, @Nullable String divertedTo) implements Unit<Boolean> {

    @Override
    public void announce(Ahead ahead) {
        ahead.dispatch(fence);
    }

    @Override
    public Boolean apply(Tx tx) {
        boolean ours = tx.work().lock(fence).isPresent();
        if (ours) {
            tx.dispatches().sending(fence, divertedTo, tx.now());
        }
        return ours;
    }

    @Override
    public long bytes() {
        return 200;
    }
}
