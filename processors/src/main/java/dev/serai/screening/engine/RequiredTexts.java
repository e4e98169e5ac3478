package dev.serai.screening.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds texts of which one has to be in whatever a regular expression matches, folded. */
final class RequiredTexts {
    /** UTF-16 units of the shortest text that is worth looking for. */
    static final int LEAST = 3;
    /** Alternatives that are looked for at most. */
    static final int MOST = 64;

    private static final Comparator<Set<String>> WORTH = Comparator.<Set<String>>comparingInt(RequiredTexts::shortest)
            .thenComparing(Set::size, Comparator.reverseOrder());

    private RequiredTexts() {}

    /** The texts, each of {@link #LEAST} characters or more; empty when none has to be there. */
    static Optional<Set<String>> of(Syntax syntax) {
        return best(syntax).filter(texts -> shortest(texts) >= LEAST);
    }

    private static Optional<Set<String>> best(Syntax syntax) {
        if (syntax instanceof Syntax.Text text) {
            return Optional.of(Set.of(CaseFolding.fold(text.text())));
        }
        if (syntax instanceof Syntax.Sequence sequence) {
            return joined(sequence.items())
                    .map(RequiredTexts::best)
                    .flatMap(Optional::stream)
                    .max(WORTH);
        }
        if (syntax instanceof Syntax.Choice choice) {
            return choice(choice.items());
        }
        if (syntax instanceof Syntax.AtLeastOnce some) {
            return best(some.item());
        }
        return Optional.empty();
    }

    private static Optional<Set<String>> choice(List<Syntax> items) {
        Set<String> all = new TreeSet<>();
        for (Syntax item : items) {
            Optional<Set<String>> texts = best(item);
            if (texts.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(texts.get());
        }
        return all.size() > MOST ? Optional.empty() : Optional.of(all);
    }

    /** The items with texts that follow each other as one; what reads nothing does not part them. */
    private static Stream<Syntax> joined(List<Syntax> items) {
        List<Syntax> joined = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        for (Syntax item : items) {
            if (item instanceof Syntax.Text text) {
                run.append(text.text());
            } else {
                joined.add(new Syntax.Text(run.toString()));
                joined.add(item);
                run.setLength(0);
            }
        }
        joined.add(new Syntax.Text(run.toString()));
        return joined.stream();
    }

    private static int shortest(Set<String> texts) {
        return texts.stream().mapToInt(String::length).min().orElse(0);
    }
}
