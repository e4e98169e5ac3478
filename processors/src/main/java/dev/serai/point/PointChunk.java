package dev.serai.point;

import dev.serai.store.Ahead;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import java.util.List;

/**
 * Some operations that follow each other, committed together for speed: each is known by its own key, so it does not
 * matter to anybody how many a crash undoes.
 */
record PointChunk(List<PointOperation> operations) implements Unit<List<Fate.Result>> {

    @Override
    public long bytes() {
        return operations.stream().mapToLong(PointOperation::bytes).sum();
    }

    @Override
    public void announce(Ahead ahead) {
        operations.forEach(operation -> operation.announce(ahead));
    }

    @Override
    public List<Fate.Result> apply(Tx tx) {
        return operations.stream().map(operation -> operation.apply(tx)).toList();
    }
}
