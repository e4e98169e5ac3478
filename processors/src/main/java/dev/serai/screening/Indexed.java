package dev.serai.screening;

import dev.serai.screening.engine.Index;
import dev.serai.screening.engine.Verdict;

/**
 * A call of an expression that the index knows by a number: it is evaluated only where the index cannot tell, or for its
 * value.
 *
 * @param call what the index speaks of
 * @param number of the literal or the regular expression
 * @param literal whether the number is that of a literal
 * @param found what it says of the call when the index finds the literal
 */
record Indexed(Node call, int number, boolean literal, Verdict found) implements Node {

    /** The literal text, letter case aside; the beginning of it when it is long. */
    static Node of(Node.Find find, Index.Builder index) {
        if (find.text().isEmpty() || hasLoneSurrogate(find.text())) {
            return find;
        }
        boolean sure = find.ignoreCase() && find.text().length() <= Index.MOST_OF_LITERAL;
        return new Indexed(find, index.literal(find.text()), true, sure ? Verdict.YES : Verdict.UNKNOWN);
    }

    static Node of(Node.RegExFind find, Index.Builder index) {
        return new Indexed(find, index.regex(find.regex(), false), false, Verdict.UNKNOWN);
    }

    static Node of(Node.RegExMatch match, Index.Builder index) {
        return new Indexed(match, index.regex(match.regex(), true), false, Verdict.UNKNOWN);
    }

    @Override
    public Outcome evaluate(Content content) {
        Verdict verdict = literal
                ? content.scan().has(number) ? found : Verdict.NO
                : content.scan().matches(number);
        return switch (verdict) {
            case NO -> Outcome.NO;
            case YES -> call.captures() ? value(content) : Outcome.YES;
            case UNKNOWN -> call.evaluate(content);
        };
    }

    private Outcome value(Content content) {
        return call instanceof Node.RegExFind find
                ? find.evaluate(content, content.scan().noMatchBefore(number))
                : call.evaluate(content);
    }

    @Override
    public boolean captures() {
        return call.captures();
    }

    @Override
    public Node indexed(Index.Builder index) {
        return this;
    }

    // Half a character is itself in the text, and part of another letter in the folded one.
    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(point -> point <= Character.MAX_VALUE && Character.isSurrogate((char) point));
    }
}
