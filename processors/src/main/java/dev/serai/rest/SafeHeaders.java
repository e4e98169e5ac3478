package dev.serai.rest;

import io.vertx.core.http.HttpServerResponse;

/** Headers that every answer carries, so that a browser never does more with it than show it. */
final class SafeHeaders {
    /** For what is not the console: nothing may be loaded, run or framed. */
    static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; sandbox";

    /** For the console: its own files, and its own API. */
    static final String CONSOLE = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private SafeHeaders() {}

    static void api(HttpServerResponse response, String requestId) {
        common(response, NOTHING);
        response.putHeader("Cache-Control", "no-store");
        response.putHeader("X-Request-Id", requestId);
    }

    static void console(HttpServerResponse response) {
        common(response, CONSOLE);
        response.putHeader("Cache-Control", "no-cache");
    }

    private static void common(HttpServerResponse response, String policy) {
        response.putHeader("Content-Security-Policy", policy);
        response.putHeader("X-Content-Type-Options", "nosniff");
        response.putHeader("X-Frame-Options", "DENY");
        response.putHeader("Referrer-Policy", "no-referrer");
        response.putHeader("Cross-Origin-Resource-Policy", "same-origin");
    }
}
