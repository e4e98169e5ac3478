package dev.serai.screening;

import dev.serai.screening.engine.Index;

/**
 * A call of an expression that the index knows by a number: it is evaluated only where the index does not rule it out.
 *
 * @param call what the index speaks of
 * @param number of the literal or the regular expression
 * @param literal whether the number is that of a literal
 * @param sure whether the literal's occurrence is all there is to evaluate
 */
record Indexed(Node call, int number, boolean literal, boolean sure) implements Node {

    /** The literal text, letter case aside; the beginning of it when it is long. */
    static Node of(Node.Find find, Index.Builder index) {
        if (find.text().isEmpty() || hasLoneSurrogate(find.text())) {
            return find;
        }
        boolean sure = find.ignoreCase() && find.text().length() <= Index.MOST_OF_LITERAL;
        return new Indexed(find, index.literal(find.text()), true, sure);
    }

    static Node of(Node.RegExFind find, Index.Builder index) {
        return new Indexed(find, index.regex(find.regex(), false), false, false);
    }

    static Node of(Node.RegExMatch match, Index.Builder index) {
        return new Indexed(match, index.regex(match.regex(), true), false, false);
    }

    @Override
    public Outcome evaluate(Content content) {
        boolean possible = literal ? content.scan().has(number) : content.scan().mayMatch(number);
        if (!possible) {
            return Outcome.NO;
        }
        return sure ? Outcome.YES : call.evaluate(content);
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
