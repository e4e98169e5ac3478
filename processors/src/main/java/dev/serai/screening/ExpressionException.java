package dev.serai.screening;

/** An expression that does not compile: the 1-based column, in code points, and what was expected there. */
public final class ExpressionException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int column;
    private final String reason;

    ExpressionException(int column, String reason) {
        super("column " + column + ": " + reason);
        this.column = column;
        this.reason = reason;
    }

    public int column() {
        return column;
    }

    public String reason() {
        return reason;
    }
}
