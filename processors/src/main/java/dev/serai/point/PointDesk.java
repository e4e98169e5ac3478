package dev.serai.point;

import dev.serai.document.Document;
import dev.serai.files.Generation;
import dev.serai.operation.Code;
import dev.serai.operation.Refusal;
import dev.serai.operation.RefusedException;
import dev.serai.store.Store;
import dev.serai.store.StoreException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Where capture points have documents applied: operation by operation, in order, each once. */
public final class PointDesk {
    private final Store store;
    private final Supplier<Generation> live;
    private final Clock clock;

    /** @param live the files that decide */
    public PointDesk(Store store, Supplier<Generation> live, Clock clock) {
        this.store = store;
        this.live = live;
        this.clock = clock;
    }

    /**
     * Applies a document. What comes back is durable; applied operations stay so, whatever becomes of later ones.
     *
     * @throws StoreException.Unavailable when the database is away: some operations may be done, and the same delivery
     *     may be given again
     * @throws RefusedException when the key was used for another document; nothing was done
     */
    public Fate apply(Delivery delivery, Document document) {
        PointActs acts = new PointActs(delivery.point(), live.get(), clock);
        List<Fate.Result> results = new ArrayList<>();
        for (int number = 1; number <= document.requests().size(); number++) {
            results.add(apply(new PointOperation(delivery, document, number, acts)));
        }
        return new Fate(document, results);
    }

    private Fate.Result apply(PointOperation operation) {
        try {
            return store.writeNow(operation);
        } catch (StoreException.BadData bad) {
            Refusal refusal = Refusal.of(Code.INVALID_REQUEST, "it cannot be stored as it is: " + bad.getMessage());
            return store.writeNow(operation.refused(refusal));
        }
    }
}
