package dev.serai.screening.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One state of an {@link Automaton}. The fields are final and the links only ever lead to finished states, so threads may
 * share states without a lock.
 */
final class State {
    /** What was read last, as far as line ends and words care. */
    enum Before {
        NOTHING,
        LINE_END,
        WORD,
        OTHER
    }

    /**
     * What makes a state.
     *
     * @param owner number of its automaton
     * @param waiting the steps that may go on, in ascending order
     * @param matched bits of the expressions that matched on the way here
     */
    @SuppressWarnings("ArrayRecordComponent") // compared below
    record Key(int owner, int[] waiting, Before before, long matched) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && owner == key.owner
                    && before == key.before
                    && matched == key.matched
                    && Arrays.equals(waiting, key.waiting);
        }

        @Override
        public int hashCode() {
            return ((Arrays.hashCode(waiting) * 31 + owner) * 31 + before.hashCode()) * 31 + Long.hashCode(matched);
        }
    }

    final Key key;
    final long matched;
    /** Whether no step waits behind the beginning. */
    final boolean stuck;
    /** Whether an expression matched here, or no step waits: all that a walk has to look at. */
    final boolean telling;

    private final @Nullable State[] links;

    State(Key key, int classes) {
        this.key = key;
        this.matched = key.matched();
        this.stuck = key.waiting().length == 0 && key.before() != Before.NOTHING;
        this.telling = stuck || matched != 0;
        this.links = new @Nullable State[classes];
    }

    /** Where a class of code points leads; null when nobody has gone there yet. */
    @Nullable
    State link(int number) {
        return links[number];
    }

    void link(int number, State state) {
        links[number] = state;
    }

    /** Memory in units of four bytes, roughly. */
    int weight() {
        return 40 + key.waiting().length + links.length;
    }
}
