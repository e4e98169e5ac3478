package dev.serai.oauth2;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.interaction.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The SASL mechanism XOAUTH2, as Google's "OAuth 2.0 Mechanism" describes it. */
public final class Xoauth2 {
    /** Its name. */
    public static final String MECHANISM = "XOAUTH2";

    private Xoauth2() {}

    /** What the client says, in base64 without line ends. */
    public static String response(String user, String token) {
        String text = "user=" + user + "\001auth=Bearer " + token + "\001\001";
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    /** A refusing server's challenge in words: {@code status 401, schemes Bearer}; empty when it says nothing of use. */
    public static String words(String challenge) {
        try {
            JsonNode json = Json.MAPPER.readTree(Base64.getDecoder().decode(challenge.strip()));
            List<String> words = new ArrayList<>();
            for (String field : List.of("status", "schemes", "scope")) {
                String value = json.path(field).asText().replaceAll("\\p{Cntrl}", " ");
                if (!value.isEmpty()) {
                    words.add(field + " " + value);
                }
            }
            return String.join(", ", words);
        } catch (IllegalArgumentException | IOException somethingElse) {
            return "";
        }
    }
}
