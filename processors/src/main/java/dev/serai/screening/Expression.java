package dev.serai.screening;

import dev.serai.screening.engine.Index;
import java.util.Optional;

/** A compiled rule expression; immutable, so one instance serves all threads. */
public final class Expression {
    private final String source;
    private final Node root;

    private Expression(String source, Node root) {
        this.source = source;
        this.root = root;
    }

    /**
     * Compiles an expression of the rule language.
     *
     * @throws ExpressionException with the column and what was expected there
     */
    public static Expression parse(String source) throws ExpressionException {
        return new Expression(source, new Parser(source).parse());
    }

    public String source() {
        return source;
    }

    Outcome evaluate(Content content) {
        return root.evaluate(content);
    }

    /** What this is made of. */
    Node root() {
        return root;
    }

    /** The same, with its calls entered into an index. */
    Expression indexed(Index.Builder index) {
        return new Expression(source, root.indexed(index));
    }

    /** What an indexed expression needs. */
    Optional<Needs> needs(Index.Builder index) {
        return Needs.of(root, index);
    }

    boolean captures() {
        return root.captures();
    }
}
