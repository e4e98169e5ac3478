package dev.serai.response;

/** A standard response that cannot be used: it does not exist, or is inactive, not approved or out of date. */
public final class ResponseException extends Exception {
    private static final long serialVersionUID = 1L;

    ResponseException(String reason) {
        super(reason);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
