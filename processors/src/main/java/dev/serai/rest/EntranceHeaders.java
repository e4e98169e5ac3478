package dev.serai.rest;

import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * What of an HTTP request may become an exchange header: a short list, in any letter case. Camel's own filter is a list
 * of what may not, and has holes (CVE-2026-40453).
 */
final class EntranceHeaders implements HeaderFilterStrategy {
    private static final Set<String> ALLOWED =
            Set.of("accept", "content-type", "content-length", "if-match", "idempotency-key", "user-agent");

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return !ALLOWED.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Answers are written on the response itself. */
    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return true;
    }
}
