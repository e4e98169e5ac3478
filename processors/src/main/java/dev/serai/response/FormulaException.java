package dev.serai.response;

/** A formula that cannot be read, or that its values do not fit. */
final class FormulaException extends Exception {
    private static final long serialVersionUID = 1L;

    FormulaException(String reason) {
        super(reason);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
