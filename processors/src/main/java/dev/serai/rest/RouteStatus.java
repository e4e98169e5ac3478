package dev.serai.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A Camel route as operators see it.
 *
 * @param state started, stopped, suspended, …
 * @param meanMillis of its exchanges since the start
 * @param p99Millis of its recent exchanges
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RouteStatus(
        String id,
        @Nullable String description,
        String state,
        long exchanges,
        long failures,
        long inFlight,
        long meanMillis,
        @Nullable Double p99Millis,
        @Nullable Instant lastExchange,
        RouteStatus.@Nullable LastFailure lastFailure) {

    /** When it failed last, and why where that is known. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LastFailure(Instant at, @Nullable String reason) {}

    boolean isRunning() {
        return state.equals("started");
    }
}
