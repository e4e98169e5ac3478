package dev.serai.point;

import dev.serai.store.Ahead;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a transaction stands in the work on a document.
 *
 * @param before the results of the operations before it
 * @param all how many operations the document has
 */
record Frame(Around around, List<Fate.Result> before, int all) {

    /** The same with some more done. */
    Frame after(List<Fate.Result> results) {
        return new Frame(around, joined(results), all);
    }

    Unit<List<Fate.Result>> of(Unit<List<Fate.Result>> work) {
        return around == Around.NOTHING ? work : new Framed(this, work);
    }

    private List<Fate.Result> joined(List<Fate.Result> results) {
        List<Fate.Result> whole = new ArrayList<>(before);
        whole.addAll(results);
        return List.copyOf(whole);
    }

    private record Framed(Frame frame, Unit<List<Fate.Result>> work) implements Unit<List<Fate.Result>> {
        @Override
        public long bytes() {
            return work.bytes();
        }

        @Override
        public void announce(Ahead ahead) {
            work.announce(ahead);
        }

        @Override
        public List<Fate.Result> apply(Tx tx) {
            frame.around.begin(tx);
            List<Fate.Result> results = work.apply(tx);
            List<Fate.Result> whole = frame.joined(results);
            if (whole.size() == frame.all) {
                frame.around.end(tx, whole);
            }
            return results;
        }
    }
}
