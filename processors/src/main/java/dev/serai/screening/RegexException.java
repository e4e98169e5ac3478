package dev.serai.screening;

/** A regular expression that rules cannot run; {@code offset} is where in it, from 0. */
public final class RegexException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int offset;

    RegexException(int offset, String reason) {
        super(reason);
        this.offset = offset;
    }

    int offset() {
        return offset;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
