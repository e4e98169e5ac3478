package dev.serai.rest;

import dev.serai.interaction.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What goes back to a client.
 *
 * @param body text, bytes or a {@link Download}
 */
record ApiResponse(int status, Map<String, String> headers, Object body) {

    ApiResponse {
        headers = Map.copyOf(headers);
    }

    static ApiResponse json(Object value) {
        return json(200, value);
    }

    static ApiResponse json(int status, Object value) {
        return of(status, "application/json", Json.write(value));
    }

    static ApiResponse of(int status, String contentType, Object body) {
        return new ApiResponse(status, Map.of("Content-Type", contentType), body);
    }

    /** What the client has already is not sent again. */
    ApiResponse notModified() {
        return new ApiResponse(304, headers, "");
    }

    ApiResponse with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ApiResponse(status, more, body);
    }
}
