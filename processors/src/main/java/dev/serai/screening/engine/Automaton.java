package dev.serai.screening.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says which of some regular expressions match a text, in one pass: a deterministic automaton whose states are made when
 * they are first needed and kept for the next text. Serves all threads.
 */
final class Automaton {
    /** States that one text may make: behind that it is cheaper to run the expressions one by one. */
    private static final int MOST_NEW = 2_000;
    /** What making them may cost, in steps of the expressions. */
    private static final int MOST_WORK = 4_000_000;

    private static final int[] NONE = {};

    private final int number;
    private final Machine machine;
    private final States states;
    private final int end;
    private final int most;

    /** @param number of this automaton among those that share the states */
    Automaton(int number, List<Regex> regexes, States states) {
        this.number = number;
        this.machine = new Machine(regexes);
        this.states = states;
        this.end = machine.classes().count();
        this.most = Math.min(MOST_NEW, MOST_WORK / machine.size());
    }

    /**
     * The bits of the expressions that match the text or its beginning; null when there is no telling at this price.
     *
     * @param shorter length of a beginning that may be the text too
     */
    @Nullable
    Long matching(String text, int shorter) {
        return new Walk(text).matching(shorter);
    }

    /** One pass over one text. */
    private final class Walk {
        private final String text;
        private int made;
        private long found;

        Walk(String text) {
            this.text = text;
        }

        @Nullable
        Long matching(int shorter) {
            State state = states.of(new State.Key(number, NONE, State.Before.NOTHING, 0), end + 1);
            CharClasses classes = machine.classes();
            int point;
            for (int i = 0; i < text.length() && !decided(state); i += Character.charCount(point)) {
                if (i == shorter) {
                    next(state, end);
                }
                point = text.codePointAt(i);
                state = next(state, classes.of(point));
                if (made > most) {
                    return null;
                }
            }
            next(state, end);
            return found;
        }

        /** Whether nothing that follows can change what is found. */
        private boolean decided(State state) {
            return found == machine.all()
                    || state.isStuck() && machine.anywhere().isEmpty();
        }

        private State next(State from, int charClass) {
            State next = from.link(charClass);
            if (next == null) {
                next = made(from, charClass);
            }
            found |= next.matched;
            return next;
        }

        private State made(State from, int charClass) {
            made++;
            State.Key key =
                    charClass == end ? Closure.end(machine, from.key) : Closure.read(machine, from.key, charClass);
            State next = states.of(key, end + 1);
            from.link(charClass, next);
            return next;
        }
    }
}
