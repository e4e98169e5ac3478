package dev.serai.screening.engine;

import java.util.HashMap;
import java.util.Map;

/** The states of all automata of one index, within one bound of memory: when it is reached, all start over. */
final class States {
    private final long bound;
    private Map<State.Key, State> known = new HashMap<>();
    private long weight;
    private long flushes;

    /** @param bound in units of four bytes, roughly */
    States(long bound) {
        this.bound = bound;
    }

    /**
     * The state for a key, made when there is none.
     *
     * @param classes of code points that may follow, the end included
     */
    synchronized State of(State.Key key, int classes) {
        State state = known.get(key);
        return state == null ? added(new State(key, classes)) : state;
    }

    private State added(State state) {
        if (weight + state.weight() > bound) {
            known = new HashMap<>();
            weight = 0;
            flushes++;
        }
        weight += state.weight();
        known.put(state.key, state);
        return state;
    }

    /** What the states hold, in units of four bytes, roughly. */
    synchronized long weight() {
        return weight;
    }

    /** How many times all had to start over. */
    synchronized long flushes() {
        return flushes;
    }
}
