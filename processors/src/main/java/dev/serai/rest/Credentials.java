package dev.serai.rest;

import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a request brings: a key or a token as a bearer, or a key as the password of HTTP Basic (RFC 7617), whatever the user. */
final class Credentials {
    private Credentials() {}

    /** Whether it brings any. */
    static boolean areIn(HttpServerRequest request) {
        return request.headers().contains("Authorization");
    }

    /** The key of a request; empty when it brings none, several, or what cannot be read. */
    static Optional<String> of(HttpServerRequest request) {
        return words(request).flatMap(words -> switch (words[0].toLowerCase(Locale.ROOT)) {
            case "bearer" -> Optional.of(words[1]);
            case "basic" -> password(words[1]);
            default -> Optional.empty();
        });
    }

    /** What it brings as a bearer token (RFC 6750 section 2.1), whatever that is. */
    static Optional<String> bearer(HttpServerRequest request) {
        return words(request)
                .filter(words -> words[0].equalsIgnoreCase("bearer"))
                .map(words -> words[1]);
    }

    private static Optional<String[]> words(HttpServerRequest request) {
        List<String> all = request.headers().getAll("Authorization");
        if (all.size() != 1) {
            return Optional.empty();
        }
        String[] words = all.get(0).strip().split(" +", 2);
        return words.length == 2 ? Optional.of(words) : Optional.empty();
    }

    private static Optional<String> password(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
