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
        Walk walk = new Walk(text);
        walk.to(shorter);
        if (shorter < text.length) {
            walk.mayEnd();
            walk.to(text.length);
        }
        walk.mayEnd();
        return walk.made > most ? null : Long.valueOf(walk.found);
    }

    /** A place in the text before which no match of the only expression begins; 0 when that is not known. */
    int noMatchBefore(char[] text) {
        Walk walk = new Walk(text);
        walk.to(text.length);
        return walk.made > most ? 0 : walk.idle;
    }

    /** One pass over one text, up to where all is found. */
    private final class Walk {
        private final char[] text;
        private final CharClasses classes = machine.classes();
        private final long all = machine.all();
        private State state = states.of(new State.Key(number, NONE, State.Before.NOTHING, 0), end + 1);
        private int at;
        private int made;
        private long found;
        /** Where nothing was under way. */
        private int idle;

        Walk(char[] text) {
            this.text = text;
        }

        void to(int to) {
            State now = state;
            int i = at;
            while (i < to && made <= most) {
                int point = text[i++];
                if (Character.isHighSurrogate((char) point) && i < to && Character.isLowSurrogate(text[i])) {
                    point = Character.toCodePoint((char) point, text[i++]);
                }
                int charClass = classes.of(point);
                State next = now.link(charClass);
                now = next == null ? made(now, charClass) : next;
                if (now.telling && isEnough(now, i)) {
                    break;
                }
            }
            state = now;
            at = i;
        }

        /** Whether nothing behind this place can change what is found. */
        private boolean isEnough(State now, int place) {
            found |= now.matched;
            if (found == all) {
                return true;
            }
            idle = now.stuck ? place : idle;
            return now.stuck && mayEndEarly;
        }

        /** Finds what matches if the text ends here. */
        void mayEnd() {
            State next = state.link(end);
            found |= (next == null ? made(state, end) : next).matched;
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
