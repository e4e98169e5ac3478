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

    /** A token that opens nothing (RFC 6750 section 3.1). */
    static Denial invalidToken(String reason, String detail) {
        return new Denial(ProblemCode.UNAUTHENTICATED, reason, detail, bearer("invalid_token", detail));
    }

    /** A token that is good, for less than this. */
    static Denial insufficientScope(String reason, String detail) {
        return new Denial(ProblemCode.FORBIDDEN, reason, detail, bearer("insufficient_scope", detail));
    }

    /** What stands in quotes is of few characters (RFC 6750 section 3). */
    private static Map<String, String> bearer(String error, String description) {
        String plain = description.replaceAll("[\"\\\\]", "'").replaceAll("[^\\x20-\\x7e]", "?");
        return Map.of(
                "WWW-Authenticate",
                "Bearer realm=\"Serai\", error=\"" + error + "\", error_description=\"" + plain + "\"");
    }

    static Denial unavailable(String reason, String detail) {
        return new Denial(ProblemCode.UNAVAILABLE, reason, detail, Map.of());
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
