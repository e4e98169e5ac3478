package dev.serai.rest;

import dev.serai.operation.Refusal.Fault;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters behind the question mark; the first of several values counts. */
record Query(Map<String, String> values) {

    static Query parse(@Nullable String query) {
        Map<String, String> values = new HashMap<>();
        if (query != null) {
            new QueryStringDecoder(query, false)
                    .parameters()
                    .forEach((name, all) -> values.put(name, all.isEmpty() ? "" : all.get(0)));
        }
        return new Query(values);
    }

    /** @throws ApiException when there is a parameter that is none of these */
    Query only(String... known) {
        List<String> allowed = Arrays.asList(known);
        for (String name : values.keySet()) {
            if (!allowed.contains(name)) {
                throw invalid(
                        name,
                        "unknown parameter; known here: " + (allowed.isEmpty() ? "none" : String.join(", ", allowed)));
            }
        }
        return this;
    }

    /** The value; null when absent or empty. */
    @Nullable
    String text(String name) {
        String value = values.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    int number(String name, int fallback, int least, int most) {
        String value = text(name);
        if (value == null) {
            return fallback;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // said below
        }
        throw invalid(name, "'" + value + "' is not a whole number from " + least + " to " + most);
    }

    long position(String name) {
        String value = text(name);
        try {
            return value == null ? 0 : Math.max(0, Long.parseLong(value));
        } catch (NumberFormatException noNumber) {
            throw invalid(name, "'" + value + "' is not a position that this hub gave");
        }
    }

    @Nullable
    Instant time(String name) {
        String value = text(name);
        try {
            return value == null ? null : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException noTime) {
            throw invalid(name, "'" + value + "' is no time as RFC 3339 writes it, like 2026-11-23T10:00:00Z");
        }
    }

    static ApiException invalid(String name, String detail) {
        return new ApiException(ProblemCode.INVALID_REQUEST, "?" + name + ": " + detail, new Fault("?" + name, detail));
    }
}
