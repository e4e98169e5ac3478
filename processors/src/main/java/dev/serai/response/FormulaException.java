package dev.serai.response;

/** A formula that cannot be read, or that its values do not fit. */
final class FormulaException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int UNKNOWN = -1;

    private final int at;

    FormulaException(String reason) {
        this(reason, UNKNOWN);
    }

    /** @param at where in the template, as an offset */
    FormulaException(String reason, int at) {
        super(reason);
        this.at = at;
    }

    /** Where it is wrong; the fallback when it does not know. */
    int at(int fallback) {
        return at == UNKNOWN ? fallback : at;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
