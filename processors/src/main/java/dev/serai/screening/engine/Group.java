package dev.serai.screening.engine;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Regular expressions that are read together; its automaton is made when the first text needs it. */
final class Group {
    /** Texts that an automaton may give up on before its expressions go other ways. */
    private static final int PATIENCE = 8;

    private final List<Integer> numbers;
    private final List<Regex> regexes;
    private final States states;
    private final AtomicInteger givenUp = new AtomicInteger();
    private volatile @Nullable Automaton automaton;

    /** @param numbers of the expressions in their index, in ascending order; the first is that of the automaton too */
    Group(List<Integer> numbers, List<Regex> regexes, States states) {
        this.numbers = List.copyOf(numbers);
        this.regexes = List.copyOf(regexes);
        this.states = states;
    }

    List<Integer> numbers() {
        return numbers;
    }

    /**
     * The expressions that match, as bits in the order of their numbers; empty when there is no telling cheaply.
     *
     * @param shorter length of the beginning of the text that may be the text too
     */
    Optional<Long> matching(char[] text, int shorter) {
        if (isHopeless()) {
            return Optional.empty();
        }
        Optional<Long> bits = Optional.ofNullable(automaton().matching(text, shorter));
        if (bits.isEmpty()) {
            givenUp.incrementAndGet();
        }
        return bits;
    }

    /** A place in the text before which no match of the only expression begins; 0 when that is not known. */
    int noMatchBefore(char[] text) {
        return isHopeless() ? 0 : automaton().noMatchBefore(text);
    }

    private Automaton automaton() {
        Automaton made = automaton;
        if (made == null) {
            made = new Automaton(numbers.get(0) * Machine.MOST + numbers.size(), regexes, states);
            automaton = made;
        }
        return made;
    }

    /** Whether the automaton gave up so often that it costs more than it saves. */
    boolean isHopeless() {
        return givenUp.get() >= PATIENCE;
    }

    /** Two groups in place of this one; only for more than one expression. */
    List<Group> halves() {
        int middle = numbers.size() / 2;
        return List.of(part(0, middle), part(middle, numbers.size()));
    }

    /** The group of one of the expressions alone. */
    Group alone(int number) {
        int place = Collections.binarySearch(numbers, number);
        return numbers.size() == 1 ? this : part(place, place + 1);
    }

    private Group part(int from, int to) {
        return new Group(numbers.subList(from, to), regexes.subList(from, to), states);
    }
}
