package dev.serai.screening.engine;

import dev.serai.screening.engine.Program.Step;
import dev.serai.screening.engine.State.Before;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** One transition of an {@link Automaton}: all steps that can be reached between two code points, and what follows them. */
final class Closure {
    private static final int NO_CLASS = -1;

    private final Machine machine;
    private final Before before;
    private final int charClass;
    private final int point;
    private final int conditions;
    private final BitSet seen;
    private final int[] open;
    private int opened;
    private final int[] next;
    private int followers;
    private long matched;

    private Closure(Machine machine, Before before, int charClass) {
        this.machine = machine;
        this.before = before;
        this.charClass = charClass;
        this.point = charClass == NO_CLASS ? NO_CLASS : machine.classes().sample(charClass);
        this.conditions = conditions();
        this.seen = new BitSet(machine.size());
        this.open = new int[machine.size()];
        this.next = new int[machine.size()];
    }

    /** What is reached from a state by a class of code points. */
    static State.Key read(Machine machine, State.Key from, int charClass) {
        return new Closure(machine, from.before(), charClass).from(from);
    }

    /** What is reached from a state when the text ends there. */
    static State.Key end(Machine machine, State.Key from) {
        return new Closure(machine, from.before(), NO_CLASS).from(from);
    }

    private State.Key from(State.Key state) {
        for (int step : state.waiting()) {
            open(step);
        }
        machine.anywhere().forEach(this::open);
        List<Integer> begins = before == Before.NOTHING ? machine.atBegin() : List.of();
        begins.forEach(this::open);
        while (opened > 0) {
            follow(open[--opened]);
        }
        int[] waiting = Arrays.copyOf(next, followers);
        Arrays.sort(waiting);
        int[] once = Arrays.stream(waiting).distinct().toArray();
        return new State.Key(state.owner(), once, kind(point), matched);
    }

    private void open(int step) {
        if (!seen.get(step)) {
            seen.set(step);
            open[opened++] = step;
        }
    }

    private void follow(int number) {
        Step step = machine.step(number);
        switch (step.kind()) {
            case FORK -> {
                open(step.out());
                open(step.arg());
            }
            case GO -> open(step.out());
            case ASSERT -> {
                if ((step.arg() & ~conditions) == 0) {
                    open(step.out());
                }
            }
            case READ -> {
                if (charClass != NO_CLASS && machine.reads(number, charClass)) {
                    next[followers++] = step.out();
                }
            }
            case MATCH -> {
                if (charClass == NO_CLASS || !machine.isWhole(number)) {
                    matched |= machine.bit(number);
                }
            }
            case FAIL -> {}
        }
    }

    /** The conditions that hold between what was read last and what is read now. */
    private int conditions() {
        Before after = kind(point);
        int holding = 0;
        if (before == Before.NOTHING) {
            holding |= Program.BEGIN_TEXT | Program.BEGIN_LINE;
        }
        if (before == Before.LINE_END) {
            holding |= Program.BEGIN_LINE;
        }
        if (after == Before.NOTHING) {
            holding |= Program.END_TEXT | Program.END_LINE;
        }
        if (after == Before.LINE_END) {
            holding |= Program.END_LINE;
        }
        return holding
                | ((before == Before.WORD) == (after == Before.WORD)
                        ? Program.NO_WORD_BOUNDARY
                        : Program.WORD_BOUNDARY);
    }

    private static Before kind(int point) {
        if (point == NO_CLASS) {
            return Before.NOTHING;
        }
        if (point == '\n') {
            return Before.LINE_END;
        }
        boolean word = point == '_'
                || (point >= '0' && point <= '9')
                || (point >= 'A' && point <= 'Z')
                || (point >= 'a' && point <= 'z');
        return word ? Before.WORD : Before.OTHER;
    }
}
