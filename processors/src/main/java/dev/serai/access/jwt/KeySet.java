package dev.serai.access.jwt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import dev.serai.interaction.Json;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The public keys of an issuer (RFC 7517 section 5). What is no key to check a token with is left out. */
record KeySet(List<IssuerKey> keys) {
    /** Characters of the text of a set. */
    static final int LONGEST = 1024 * 1024;

    private static final int MOST = 200;

    KeySet {
        keys = List.copyOf(keys);
    }

    /**
     * An issuer that takes all its keys back says so by an empty list.
     *
     * @throws IllegalArgumentException in words when it is no set, or has keys and none to check a token with
     */
    static KeySet parse(String text) {
        List<IssuerKey> keys = new ArrayList<>();
        JsonNode array = array(text);
        for (JsonNode key : array) {
            if (keys.size() < MOST) {
                key(key).ifPresent(keys::add);
            }
        }
        if (keys.isEmpty() && (!array.isArray() || !array.isEmpty())) {
            throw new IllegalArgumentException(
                    "there is no key in it to check tokens with; expected {\"keys\": […]} with public RSA keys of"
                            + " 2048 to 8192 bits, or EC keys on P-256, P-384 or P-521");
        }
        return new KeySet(keys);
    }

    private static JsonNode array(String text) {
        try {
            return Json.MAPPER.readTree(text).path("keys");
        } catch (JsonProcessingException garbled) {
            throw new IllegalArgumentException("it is no JSON; expected a JWK Set (RFC 7517)", garbled);
        }
    }

    private static Optional<IssuerKey> key(JsonNode key) {
        try {
            return key.isObject() ? IssuerKey.of(JWK.parse(key.toString())) : Optional.empty();
        } catch (ParseException | IllegalArgumentException | IllegalStateException unknown) {
            return Optional.empty();
        }
    }

    /** The key that a token was signed with by what it says; a token that names none fits where only one can be meant. */
    Optional<IssuerKey> find(JWSHeader header) {
        List<IssuerKey> fitting = keys.stream().filter(key -> key.fits(header)).toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    boolean has(String thumbprint) {
        return keys.stream().anyMatch(key -> key.thumbprint().equals(thumbprint));
    }
}
