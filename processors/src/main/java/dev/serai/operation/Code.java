package dev.serai.operation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The stable words for why something was refused; every transport says the same ones. */
public enum Code {
    INVALID_REQUEST,
    NOT_FOUND,
    WRONG_STATE,
    LEASE_LOST,
    QUEUE_HAS_STRATEGY,
    VERSION_MISMATCH,
    IDEMPOTENCY_KEY_REUSED,
    UNDECLARED_QUEUE,
    /** Somebody wants to write as an address that the account has not got. */
    FOREIGN_SENDER,
    PRECONDITION_REQUIRED,
    TOO_LARGE,
    /** The hub failed; its log says why. */
    INTERNAL;

    /** Lower-case kebab. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
