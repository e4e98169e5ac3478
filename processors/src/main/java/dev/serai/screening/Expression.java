package dev.serai.screening;

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

    boolean captures() {
        return root.captures();
    }
}
