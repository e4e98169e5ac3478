package dev.serai.dispatch;

import dev.serai.interaction.Fence;
import dev.serai.store.Ahead;
import dev.serai.store.DispatchRow;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkRow;
import java.util.Optional;

/** Writes what became of one try, behind its fence; yields the state that the dispatch is in now. */
record Settlement(Tried tried, Schedule schedule) implements Unit<Optional<DispatchRow.State>> {

    @Override
    public void announce(Ahead ahead) {
        ahead.dispatch(tried.fence());
    }

    @Override
    public Optional<DispatchRow.State> apply(Tx tx) {
        Fence fence = tried.fence();
        Optional<WorkRow> work = tx.work().lock(fence);
        if (work.isEmpty()) {
            Truth.record(tx, tried);
            return Optional.empty();
        }
        return tx.dispatches()
                .load(fence.tenant(), fence.id())
                .map(row -> new Verdict(tx, work.get(), row, tried, schedule).write());
    }

    /** The same without a text of others, for a database that refuses one: that a server took it must not be lost by that. */
    Settlement plain() {
        return new Settlement(tried.plain(), schedule);
    }
}
