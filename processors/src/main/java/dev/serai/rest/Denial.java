package dev.serai.rest;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Why a request is not let in.
 *
 * @param reason one word of few, for the meter
 * @param headers of the answer
 */
record Denial(ProblemCode code, String reason, String detail, Map<String, String> headers) {
    private static final Map<String, String> CHALLENGE =
            Map.of("WWW-Authenticate", "Basic realm=\"Serai\", charset=\"UTF-8\", Bearer realm=\"Serai\"");

    static Denial unauthenticated(String reason, String detail) {
        return new Denial(ProblemCode.UNAUTHENTICATED, reason, detail, CHALLENGE);
    }

    static Denial forbidden(String reason, String detail) {
        return new Denial(ProblemCode.FORBIDDEN, reason, detail, Map.of());
    }

    static Denial tooMany(String reason, String detail, Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return new Denial(ProblemCode.OVERLOADED, reason, detail, Map.of("Retry-After", "" + seconds));
    }

    ApiResponse response(String requestId) {
        ApiResponse response = Problem.of(code, detail, requestId, List.of()).response();
        for (Map.Entry<String, String> header : headers.entrySet()) {
            response = response.with(header.getKey(), header.getValue());
        }
        return response;
    }
}
