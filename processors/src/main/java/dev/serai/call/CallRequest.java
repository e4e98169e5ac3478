package dev.serai.call;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One question to a service. Its text form tells nothing of what is asked.
 *
 * @param body JSON in UTF-8; empty for none
 * @param deadline for all of it, the last byte of the answer included
 * @param most bytes of an answer
 * @param trustStore certificates to trust besides those of the JVM, relative to the home folder
 */
public record CallRequest(
        String method,
        CallAddress address,
        Map<String, HeaderValue> headers,
        Optional<byte[]> body,
        Duration deadline,
        long most,
        Optional<Path> trustStore) {
    @Override
    public String toString() {
        return method + " " + address;
    }
}
