package dev.serai.screening;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.serai.screening.engine.Index;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One node of a parsed expression. */
sealed interface Node
        permits Node.And, Node.Or, Node.Not, Node.Find, Node.RegExFind, Node.RegExMatch, Node.Detect, Indexed {

    /** Whether this holds on the text; the values come from branches that held. */
    Outcome evaluate(Content content);

    /** Whether a match may carry values, so that an alternative must be read even after another one held. */
    default boolean captures() {
        return false;
    }

    /** The keys under which values may be captured. */
    default Stream<String> keys() {
        return Stream.of();
    }

    /** The same, with its calls entered into an index. */
    Node indexed(Index.Builder index);

    /** {@code a && b}. */
    record And(List<Node> branches) implements Node {
        @Override
        public Outcome evaluate(Content content) {
            Outcome all = Outcome.YES;
            for (Node branch : branches) {
                Outcome outcome = branch.evaluate(content);
                if (!outcome.matched()) {
                    return Outcome.NO;
                }
                all = all.plus(outcome);
            }
            return all;
        }

        @Override
        public Stream<String> keys() {
            return branches.stream().flatMap(Node::keys);
        }

        @Override
        public boolean captures() {
            return branches.stream().anyMatch(Node::captures);
        }

        @Override
        public Node indexed(Index.Builder index) {
            return new And(
                    branches.stream().map(branch -> branch.indexed(index)).toList());
        }
    }

    /** {@code a || b}; reads the later branches for their values too. */
    record Or(List<Node> branches) implements Node {
        @Override
        public Outcome evaluate(Content content) {
            Outcome any = Outcome.NO;
            for (Node branch : branches) {
                if (any.matched() && !branch.captures()) {
                    continue;
                }
                Outcome outcome = branch.evaluate(content);
                if (outcome.matched()) {
                    any = any.matched() ? any.plus(outcome) : outcome;
                }
            }
            return any;
        }

        @Override
        public Stream<String> keys() {
            return branches.stream().flatMap(Node::keys);
        }

        @Override
        public boolean captures() {
            return branches.stream().anyMatch(Node::captures);
        }

        @Override
        public Node indexed(Index.Builder index) {
            return new Or(branches.stream().map(branch -> branch.indexed(index)).toList());
        }
    }

    /** {@code !a}; what a negation reads is never captured. */
    record Not(Node branch) implements Node {
        @Override
        public Outcome evaluate(Content content) {
            return Outcome.of(!branch.evaluate(content).matched());
        }

        @Override
        public Node indexed(Index.Builder index) {
            return new Not(branch.indexed(index));
        }
    }

    /** {@code Find}: the literal text occurs; {@code text} is already folded when letter case does not count. */
    record Find(String text, boolean ignoreCase) implements Node {
        @Override
        public Outcome evaluate(Content content) {
            return Outcome.of((ignoreCase ? content.folded() : content.text()).contains(text));
        }

        @Override
        public Node indexed(Index.Builder index) {
            return Indexed.of(this, index);
        }
    }

    /** {@code RegExFind}: some part matches, and is captured under the key if there is one. */
    record RegExFind(Pattern regex, @Nullable String key) implements Node {
        @Override
        public Outcome evaluate(Content content) {
            return evaluate(content, 0);
        }

        /** @param begin a place before which no match begins */
        Outcome evaluate(Content content, int begin) {
            Matcher matcher = regex.matcher(content.text());
            if (!matcher.find(begin)) {
                // A dollar sign stands for the end that a reader sees, not for the one after the last line end.
                matcher = regex.matcher(content.withoutLastLineEnds());
                if (!mayEndAnchor() || !matcher.find()) {
                    return Outcome.NO;
                }
            }
            return key == null ? Outcome.YES : new Outcome(true, Map.of("ScrKey_" + key, matcher.group()));
        }

        private boolean mayEndAnchor() {
            return regex.pattern().indexOf('$') >= 0 || regex.pattern().contains("\\z");
        }

        @Override
        public Stream<String> keys() {
            return Stream.ofNullable(key);
        }

        @Override
        public boolean captures() {
            return key != null;
        }

        @Override
        public Node indexed(Index.Builder index) {
            return Indexed.of(this, index);
        }
    }

    /** {@code CardNumber}, {@code PromisedAttachment}: what they find is captured, as it may be shown, under the key. */
    record Detect(Detector detector, @Nullable String key) implements Node {
        @Override
        public Outcome evaluate(Content content) {
            return detector.find(content.text())
                    .map(shown -> key == null ? Outcome.YES : new Outcome(true, Map.of("ScrKey_" + key, shown)))
                    .orElse(Outcome.NO);
        }

        @Override
        public Stream<String> keys() {
            return Stream.ofNullable(key);
        }

        @Override
        public boolean captures() {
            return key != null;
        }

        @Override
        public Node indexed(Index.Builder index) {
            return this;
        }
    }

    /** {@code RegExMatch}: the entire content matches, with or without the line ends at its end. */
    record RegExMatch(Pattern regex) implements Node {
        @Override
        public Outcome evaluate(Content content) {
            return Outcome.of(regex.matches(content.text()) || regex.matches(content.withoutLastLineEnds()));
        }

        @Override
        public Node indexed(Index.Builder index) {
            return Indexed.of(this, index);
        }
    }
}
