package dev.serai.screening.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Which regular expressions are read together. Those whose automaton does not pay are parted, down to one by one. */
final class Groups {
    /** Expressions in one group at first: more make fewer passes, and more states. */
    private static final int TOGETHER = 20;

    private final AtomicReferenceArray<Group> byNumber;
    /** Those that were asked for alone. */
    private final AtomicReferenceArray<@Nullable Group> alone;

    private final States states;

    /** @param single whether an expression, by its number, is seldom asked for and has a group of its own */
    Groups(List<Regex> regexes, List<Boolean> single, States states) {
        this.states = states;
        this.byNumber = new AtomicReferenceArray<>(regexes.size());
        this.alone = new AtomicReferenceArray<>(regexes.size());
        List<Integer> finding = new ArrayList<>();
        List<Integer> whole = new ArrayList<>();
        for (int number = 0; number < regexes.size(); number++) {
            if (single.get(number)) {
                put(group(List.of(number), regexes));
            } else {
                (regexes.get(number).whole() ? whole : finding).add(number);
            }
        }
        parted(finding, regexes);
        parted(whole, regexes);
    }

    private void parted(List<Integer> numbers, List<Regex> regexes) {
        for (int from = 0; from < numbers.size(); from += TOGETHER) {
            put(group(numbers.subList(from, Math.min(from + TOGETHER, numbers.size())), regexes));
        }
    }

    private Group group(List<Integer> numbers, List<Regex> regexes) {
        return new Group(numbers, numbers.stream().map(regexes::get).toList(), states);
    }

    private void put(Group group) {
        group.numbers().forEach(number -> byNumber.set(number, group));
    }

    /** The group of an expression now; another one when its automaton turned out not to pay. */
    Group of(int number) {
        Group group = byNumber.get(number);
        if (group.isHopeless() && group.numbers().size() > 1) {
            group.halves().forEach(this::put);
            return byNumber.get(number);
        }
        return group;
    }

    /** The group of an expression alone, whatever it is read with. */
    Group alone(int number) {
        Group group = alone.get(number);
        if (group == null) {
            group = of(number).alone(number);
            alone.set(number, group);
        }
        return group;
    }
}
