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
    /** Whether a state in which nothing waits is the last one that matters. */
    private final boolean mayEndEarly;

    /** @param number of this automaton among those that share the states */
    Automaton(int number, List<Regex> regexes, States states) {
        this.number = number;
        this.machine = new Machine(regexes);
        this.states = states;
        this.end = machine.classes().count();
        this.mayEndEarly = machine.anywhere().isEmpty();
        this.most = Math.min(MOST_NEW, MOST_WORK / machine.size());
    }

    /**
     * The bits of the expressions that match the text or its beginning; null when there is no telling at this price.
     *
     * @param shorter length of a beginning that may be the text too
     */
    @Nullable
    Long matching(char[] text, int shorter) {
        return new Walk(text).matching(shorter);
    }

    /** One pass over one text. */
    private final class Walk {
        private final char[] text;
        private final long all = machine.all();
        private int made;
        private long found;

        Walk(char[] text) {
            this.text = text;
        }

        @Nullable
        Long matching(int shorter) {
            State state = states.of(new State.Key(number, NONE, State.Before.NOTHING, 0), end + 1);
            state = through(state, 0, shorter);
            if (shorter < text.length) {
                next(state, end);
                state = through(state, shorter, text.length);
            }
            next(state, end);
            return made > most ? null : Long.valueOf(found);
        }

        private State through(State from, int begin, int to) {
            CharClasses classes = machine.classes();
            State state = from;
            int i = begin;
            while (i < to && made <= most) {
                int point = text[i++];
                if (Character.isHighSurrogate((char) point) && i < to && Character.isLowSurrogate(text[i])) {
                    point = Character.toCodePoint((char) point, text[i++]);
                }
                int charClass = classes.of(point);
                State next = state.link(charClass);
                state = next == null ? made(state, charClass) : next;
                if (state.matched != 0) {
                    found |= state.matched;
                    i = found == all ? to : i;
                }
                if (state.stuck && mayEndEarly) {
                    i = to;
                }
            }
            return state;
        }

        private void next(State from, int charClass) {
            State next = from.link(charClass);
            found |= (next == null ? made(from, charClass) : next).matched;
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
