package dev.serai.rest;

import dev.serai.operation.Refusal.Fault;
import java.util.List;

/** A request that is answered with a problem for reasons of HTTP, not of the domain. */
class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemCode code;
    private final transient List<Fault> faults;

    ApiException(ProblemCode code, String detail, Fault... faults) {
        super(detail);
        this.code = code;
        this.faults = List.of(faults);
    }

    ProblemCode code() {
        return code;
    }

    /** What is wrong in detail, each an object that is written as JSON. */
    List<?> errors() {
        return faults;
    }
}
