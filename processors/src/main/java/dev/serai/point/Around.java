package dev.serai.point;

import dev.serai.store.Tx;
import java.util.List;

/** What the transactions of a document do beside its operations, such as moving on in the source that it came from. */
public interface Around {
    /** Nothing. */
    Around NOTHING = new Around() {
        @Override
        public void begin(Tx tx) {}

        @Override
        public void end(Tx tx, List<Fate.Result> results) {}
    };

    /**
     * At the begin of each transaction.
     *
     * @throws Overtaken when somebody else does it, or did: nothing is written then
     */
    void begin(Tx tx);

    /**
     * At the end of the last one.
     *
     * @param results of all operations
     */
    void end(Tx tx, List<Fate.Result> results);

    /** Somebody else does it, or did. */
    final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Overtaken() {
            super("somebody else does it, or did");
        }
    }
}
