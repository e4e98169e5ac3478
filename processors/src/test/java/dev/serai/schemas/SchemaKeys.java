package dev.serai.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All keys that a schema declares at any depth, each with what it says of the value, references followed. */
final class SchemaKeys {
    private final JsonNode document;
    private final Map<String, List<JsonNode>> keys = new TreeMap<>();

    private SchemaKeys(JsonNode document) {
        this.document = document;
    }

    /** By key, with what is said at each place where it occurs. */
    static Map<String, List<JsonNode>> of(JsonNode document) {
        SchemaKeys found = new SchemaKeys(document);
        found.walk(document);
        return found.keys;
    }

    /** What a value has to be: the schema's own words and those that it refers to. */
    static JsonNode resolved(JsonNode document, JsonNode schema) {
        String reference = schema.path("allOf")
                .path(0)
                .path("$ref")
                .asText(schema.path("$ref").asText());
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    private void walk(JsonNode node) {
        if (!node.isContainerNode()) {
            return;
        }
        node.path("properties").properties().forEach(entry -> {
            keys.computeIfAbsent(entry.getKey(), key -> new ArrayList<>()).add(entry.getValue());
            walk(entry.getValue());
        });
        for (String below : new String[] {"items", "additionalProperties"}) {
            walk(node.path(below));
        }
        node.path("anyOf").forEach(this::walk);
        String reference = node.path("$ref").asText();
        if (reference.startsWith("#/definitions/transformer")) {
            walk(document.at(reference.substring(1)));
        }
    }
}
