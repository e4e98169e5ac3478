package dev.serai.oauth2;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.interaction.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * What a token endpoint said (RFC 6749 sections 5.1 and 5.2).
 *
 * @param json missing when it was no JSON
 */
record TokenAnswer(int status, JsonNode json) {
    /** For endpoints that do not say how long a token lives. */
    private static final long UNSAID_SECONDS = 300;

    private static final int LONGEST = 200;

    static TokenAnswer of(int status, String body) {
        try {
            return new TokenAnswer(status, Json.MAPPER.readTree(body));
        } catch (JsonProcessingException otherwise) {
            return new TokenAnswer(status, Json.MAPPER.missingNode());
        }
    }

    /** Whether it gave another refresh token, too (RFC 6749 section 6). */
    boolean rotates(Collection<String> secrets) {
        String refresh = json.path("refresh_token").asText();
        return !refresh.isEmpty() && !secrets.contains(refresh);
    }

    /**
     * The token.
     *
     * @param asked when it was asked for
     * @param secrets what must not be repeated, should the endpoint repeat it
     * @throws TokenRefused with the endpoint's reason when it gave none
     */
    AccessToken token(Instant asked, Collection<String> secrets) {
        String value = json.path("access_token").asText();
        if (status != 200 || value.isEmpty()) {
            throw new TokenRefused("answered " + status + " " + reason(secrets));
        }
        long seconds = Math.max(0, json.path("expires_in").asLong(UNSAID_SECONDS));
        return AccessToken.of(value, asked, Duration.ofSeconds(seconds));
    }

    private String reason(Collection<String> secrets) {
        if (!json.isObject()) {
            return "without JSON";
        }
        String error = json.path("error").asText();
        if (error.isEmpty()) {
            return "without access_token or error";
        }
        String line = json.path("error_description").asText().strip().split("\\R| Trace ID:", 2)[0];
        String said = line.isEmpty() ? error : error + ": " + line;
        for (String secret : secrets) {
            said = secret.isEmpty() ? said : said.replace(secret, "***");
        }
        String clean = said.replaceAll("\\p{Cntrl}", " ");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
    }
}
