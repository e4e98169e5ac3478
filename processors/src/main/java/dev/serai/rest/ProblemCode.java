package dev.serai.rest;

import dev.serai.operation.Code;
import java.util.Locale;

/** The codes of problem documents with their HTTP status. */
enum ProblemCode {
    INVALID_REQUEST(400, "The request cannot be understood"),
    UNAUTHENTICATED(401, "A key is needed"),
    FORBIDDEN(403, "This request is not allowed"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "This method is not offered here"),
    WRONG_STATE(409, "The state does not allow it"),
    LEASE_LOST(409, "The lease is over"),
    QUEUE_HAS_STRATEGY(409, "The queue is not for clients"),
    GONE(410, "It is no longer kept"),
    VERSION_MISMATCH(412, "The version is not the current one"),
    TOO_LARGE(413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The content type is not taken here"),
    IDEMPOTENCY_KEY_REUSED(422, "The idempotency key was used before"),
    UNDECLARED_QUEUE(422, "There is no such queue"),
    FOREIGN_SENDER(422, "The account has not got this address"),
    FILES_REFUSED(422, "The files have errors"),
    PRECONDITION_REQUIRED(428, "The version is missing"),
    OVERLOADED(429, "The hub has too much to do"),
    INTERNAL(500, "The hub failed"),
    UNAVAILABLE(503, "The hub cannot do it right now");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    /** Lower-case kebab. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ProblemCode of(Code code) {
        return valueOf(code.name());
    }
}
