package dev.serai.screening;

import dev.serai.screening.engine.Index;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Literals of which one has to occur in some part for an expression to hold.
 *
 * @param literals their numbers in the index
 */
record Needs(Set<Integer> literals) {
    private static final Comparator<Needs> FEWEST =
            Comparator.comparingInt(needs -> needs.literals().size());

    /** What an indexed expression needs; empty when it may hold without any. */
    static Optional<Needs> of(Node node, Index.Builder index) {
        if (node instanceof Node.And and) {
            return all(and.branches(), index).stream().flatMap(Optional::stream).min(FEWEST);
        }
        if (node instanceof Node.Or or) {
            return oneOf(all(or.branches(), index));
        }
        if (node instanceof Indexed indexed) {
            Set<Integer> literals = indexed.literal() ? Set.of(indexed.number()) : index.required(indexed.number());
            return literals.isEmpty() ? Optional.empty() : Optional.of(new Needs(literals));
        }
        return Optional.empty();
    }

    private static List<Optional<Needs>> all(List<Node> branches, Index.Builder index) {
        return branches.stream().map(branch -> of(branch, index)).toList();
    }

    private static Optional<Needs> oneOf(List<Optional<Needs>> branches) {
        if (branches.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        Set<Integer> literals = new HashSet<>();
        branches.stream().map(Optional::orElseThrow).map(Needs::literals).forEach(literals::addAll);
        return Optional.of(new Needs(literals));
    }
}
