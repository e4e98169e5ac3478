package dev.serai.rest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One try to see or change what an estate has.
 *
 * @param verb its id
 * @param call how, by the names of an estate's things in braces: `/interactions/{held}`
 */
record ForeignCall(String verb, String method, String type, String path, String body) {
    private static final String ROOT = "/api/v1";

    static ForeignCall get(String verb, String path) {
        return new ForeignCall(verb, "GET", "application/json", path, "");
    }

    static ForeignCall post(String verb, String path, String json) {
        return new ForeignCall(verb, "POST", "application/json", path, json.replace('\'', '"'));
    }

    boolean isGet() {
        return method.equals("GET");
    }

    Client.Answer ask(Client client, Estate estate) {
        return client.bytes(
                method,
                ROOT + filled(path, estate, ForeignCall::encoded),
                type,
                filled(body, estate, value -> value).getBytes(StandardCharsets.UTF_8),
                "If-Match",
                "*");
    }

    /** What the request says itself of an estate: an answer may say it back. */
    List<String> said(Estate estate) {
        List<String> said = new ArrayList<>();
        estate.things().forEach((thing, value) -> {
            if (path.contains("<" + thing + ">") || body.contains("<" + thing + ">")) {
                said.add(value);
            }
        });
        return said;
    }

    private static String filled(String text, Estate estate, Function<String, String> form) {
        String filled = text;
        for (var thing : estate.things().entrySet()) {
            filled = filled.replace("<" + thing.getKey() + ">", form.apply(thing.getValue()));
        }
        return filled;
    }

    private static String encoded(String value) {
        return value.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20");
    }
}
