package dev.serai.screening.engine;

import com.google.re2j.Pattern;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** On which texts a regular expression matches, as far as that is told cheaply. */
public enum Extent {
    /** On none. */
    NEVER,
    /** On some, or nobody knows. */
    SOMETIMES,
    /** On all. */
    ALWAYS;

    /** States that are looked at; where both a match and a text without one were seen before, it ends there. */
    private static final int MOST = 300;

    /** The extent for the other answer. */
    public Extent negated() {
        return switch (this) {
            case NEVER -> ALWAYS;
            case SOMETIMES -> SOMETIMES;
            case ALWAYS -> NEVER;
        };
    }

    /**
     * The extent of a regular expression.
     *
     * @param whole whether it has to match the entire text
     */
    public static Extent of(Pattern pattern, boolean whole) {
        return new Search(new Machine(List.of(new Regex(pattern, whole)))).extent();
    }

    /** Goes through the states in which nothing has matched yet. */
    private static final class Search {
        private final Machine machine;
        private final Set<State.Key> seen = new HashSet<>();
        private final Deque<State.Key> open = new ArrayDeque<>();
        private boolean matches;
        private boolean misses;

        Search(Machine machine) {
            this.machine = machine;
            look(new State.Key(0, new int[0], State.Before.NOTHING, 0));
        }

        Extent extent() {
            while (!open.isEmpty() && !(matches && misses)) {
                if (seen.size() > MOST) {
                    return SOMETIMES;
                }
                State.Key state = open.remove();
                for (int number = 0; number < machine.classes().count(); number++) {
                    look(Closure.read(machine, state, number));
                }
            }
            return matches && misses ? SOMETIMES : matches ? ALWAYS : NEVER;
        }

        private void look(State.Key state) {
            if (state.matched() != 0) {
                matches = true;
            } else if (seen.add(state)) {
                open.add(state);
                boolean matchesHere = Closure.end(machine, state).matched() != 0;
                matches |= matchesHere;
                misses |= !matchesHere;
            }
        }
    }
}
