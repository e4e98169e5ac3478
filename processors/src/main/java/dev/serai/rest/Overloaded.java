package dev.serai.rest;

/** There is no memory for the request right now; nothing was done. */
final class Overloaded extends ApiException {
    private static final long serialVersionUID = 1L;

    Overloaded(String reason) {
        super(ProblemCode.OVERLOADED, reason + "; nothing was done, try again");
    }
}
