package dev.serai.screening.engine;

import com.google.re2j.Opened;
import dev.serai.screening.engine.Program.Kind;
import dev.serai.screening.engine.Program.Step;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The programs of some regular expressions, side by side: at most {@link #MOST} of them. */
final class Machine {
    static final int MOST = Long.SIZE;

    private final List<Step> steps = new ArrayList<>();
    /** The expression, by its place among them, that a step belongs to. */
    private final List<Integer> owners = new ArrayList<>();
    /** Where expressions begin that may match anywhere, and those that match the whole. */
    private final List<Integer> anywhere = new ArrayList<>();

    private final List<Integer> atBegin = new ArrayList<>();
    private final List<Boolean> whole = new ArrayList<>();
    private final CharClasses classes;
    /** By step, the classes of code points that it reads. */
    private final BitSet[] read;

    Machine(List<Regex> regexes) {
        regexes.forEach(this::add);
        List<int[]> readers = steps.stream()
                .filter(step -> step.kind() == Kind.READ)
                .map(Step::ranges)
                .toList();
        classes = CharClasses.of(readers);
        read = new BitSet[steps.size()];
        for (int i = 0; i < read.length; i++) {
            read[i] = classesIn(steps.get(i).ranges());
        }
    }

    private void add(Regex regex) {
        Program program = Opened.program(regex.pattern());
        int shift = steps.size();
        for (Step step : program.steps()) {
            int arg = step.kind() == Kind.FORK ? step.arg() + shift : step.arg();
            steps.add(new Step(step.kind(), step.out() + shift, arg, step.ranges()));
            owners.add(whole.size());
        }
        (regex.whole() ? atBegin : anywhere).add(program.start() + shift);
        whole.add(regex.whole());
    }

    private BitSet classesIn(int[] ranges) {
        BitSet in = new BitSet(classes.count());
        for (int number = 0; number < classes.count() && ranges.length > 0; number++) {
            in.set(number, isIn(ranges, classes.sample(number)));
        }
        return in;
    }

    private static boolean isIn(int[] ranges, int point) {
        for (int i = 0; i < ranges.length; i += 2) {
            if (ranges[i] <= point && point <= ranges[i + 1]) {
                return true;
            }
        }
        return false;
    }

    int size() {
        return steps.size();
    }

    CharClasses classes() {
        return classes;
    }

    Step step(int number) {
        return steps.get(number);
    }

    boolean reads(int number, int charClass) {
        return read[number].get(charClass);
    }

    /** The bit of the expression that a step belongs to. */
    long bit(int number) {
        return 1L << owners.get(number);
    }

    boolean isWhole(int number) {
        return whole.get(owners.get(number));
    }

    /** Where expressions begin that may match anywhere. */
    List<Integer> anywhere() {
        return anywhere;
    }

    /** Where expressions begin that have to match the whole. */
    List<Integer> atBegin() {
        return atBegin;
    }

    /** The bits of all expressions. */
    long all() {
        return whole.size() == MOST ? -1L : (1L << whole.size()) - 1;
    }
}
