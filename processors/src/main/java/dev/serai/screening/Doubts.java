package dev.serai.screening;

import dev.serai.screening.engine.Extent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What compiles and is still not what its writer means: an expression that always or never holds, a regular expression in Find. */
final class Doubts {
    private static final Pattern REGEX_IN_FIND = Pattern.compile("\\\\[dwsbDWSB]|\\.\\*|\\.\\+|\\[[^\\]]+\\][+*]");

    private final List<String> found = new ArrayList<>();

    private Doubts() {}

    /** The doubts about an expression, each a sentence. */
    static List<String> of(Expression expression) {
        Doubts doubts = new Doubts();
        switch (doubts.extent(expression.root())) {
            case ALWAYS -> doubts.found.add("it holds on every text, so the rule says nothing");
            case NEVER -> doubts.found.add("it can never hold");
            case SOMETIMES -> {}
        }
        doubts.keys(expression.root());
        return doubts.found;
    }

    private Extent extent(Node node) {
        if (node instanceof Node.And and) {
            List<Extent> branches = and.branches().stream().map(this::extent).toList();
            return isContradiction(and.branches()) ? Extent.NEVER : all(branches);
        }
        if (node instanceof Node.Or or) {
            List<Extent> branches = or.branches().stream().map(this::extent).toList();
            return all(branches.stream().map(Extent::negated).toList()).negated();
        }
        if (node instanceof Node.Not not) {
            return extent(not.branch()).negated();
        }
        return node instanceof Node.Find find ? literal(find) : regex(node);
    }

    /** Two values under one key of which the second is never seen. */
    private void keys(Node node) {
        if (node instanceof Node.And and) {
            Set<String> seen = new HashSet<>();
            and.branches()
                    .forEach(branch -> branch.keys()
                            .filter(key -> !seen.add(key))
                            .forEach(key ->
                                    found.add("the key " + key + " is used twice, and only the first value is kept")));
        } else if (node instanceof Node.Or or) {
            or.branches().forEach(this::keys);
        }
    }

    private static Extent all(List<Extent> branches) {
        if (branches.contains(Extent.NEVER)) {
            return Extent.NEVER;
        }
        return branches.contains(Extent.SOMETIMES) ? Extent.SOMETIMES : Extent.ALWAYS;
    }

    private Extent literal(Node.Find find) {
        if (REGEX_IN_FIND.matcher(find.text()).find()) {
            found.add("Find takes \"" + find.text() + "\" letter by letter; for a regular expression write RegExFind");
        }
        return find.text().isEmpty() ? Extent.ALWAYS : Extent.SOMETIMES;
    }

    private Extent regex(Node node) {
        Extent extent = node instanceof Node.RegExFind find
                ? Extent.of(find.regex(), false)
                : node instanceof Node.RegExMatch match ? Extent.of(match.regex(), true) : Extent.SOMETIMES;
        if (extent == Extent.ALWAYS
                && node instanceof Node.RegExFind find
                && !find.regex().pattern().isEmpty()) {
            found.add("RegExFind(\"" + find.regex().pattern()
                    + "\") also matches nothing at all, so it holds on every text");
        }
        return extent;
    }

    /** Whether a text is wanted that contains another one which is not. */
    private static boolean isContradiction(List<Node> branches) {
        List<Node.Find> wanted = finds(branches.stream()).toList();
        return finds(branches.stream().filter(Node.Not.class::isInstance).map(node -> ((Node.Not) node).branch()))
                .anyMatch(unwanted -> wanted.stream().anyMatch(find -> implies(find, unwanted)));
    }

    private static Stream<Node.Find> finds(Stream<Node> nodes) {
        return nodes.filter(Node.Find.class::isInstance).map(Node.Find.class::cast);
    }

    private static boolean implies(Node.Find find, Node.Find other) {
        return find.ignoreCase() == other.ignoreCase() && find.text().contains(other.text());
    }
}
