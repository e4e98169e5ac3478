package dev.serai.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The schema of Camel's YAML DSL, seen as what may stand at a place: which keys, which kinds of value. Alternatives
 * ({@code oneOf}, {@code anyOf}) are merged, since an engineer wants to hear about the one key that is wrong, not why
 * each of two hundred alternatives does not fit.
 */
final class RouteSchema {
    private static final String FILE = "schema/camelYamlDsl.json";
    private static final String DEFINITIONS = "#/items/definitions/";
    private final JsonNode definitions;
    private final JsonNode top;

    private RouteSchema(JsonNode root) {
        this.top = root;
        this.definitions = root.path("items").path("definitions");
    }

    static RouteSchema load() {
        try (InputStream in = RouteSchema.class.getClassLoader().getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("camel-yaml-dsl without " + FILE);
            }
            return new RouteSchema(new JsonMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }

    /** What may stand at a place. */
    record Shape(
            Set<String> types,
            Map<String, List<JsonNode>> keys,
            Set<String> required,
            Set<String> choices,
            List<JsonNode> items,
            boolean oneKey) {
        /** Whether any key goes. */
        boolean isFree() {
            return keys.isEmpty();
        }
    }

    /** What a whole file is. */
    Shape file() {
        return shape(List.of(top));
    }

    /** What stands under {@code spec.template.from} of a kamelet. */
    Shape from() {
        return shape(List.of(definitions.path("org.apache.camel.model.FromDefinition")));
    }

    /** What may stand where all of these alternatives do. */
    Shape shape(List<JsonNode> alternatives) {
        Shape shape = new Shape(
                new LinkedHashSet<>(),
                new LinkedHashMap<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new ArrayList<>(),
                alternatives.stream()
                        .anyMatch(node -> resolve(node).path("maxProperties").asInt() == 1));
        alternatives.forEach(node -> {
            merge(node, shape);
            resolve(node).path("required").forEach(name -> shape.required().add(name.asText()));
        });
        return shape;
    }

    private void merge(JsonNode node, Shape shape) {
        if (node.has("$ref")) {
            merge(resolve(node), shape);
        }
        if (node.has("type")) {
            shape.types().add(node.path("type").asText());
        }
        node.path("enum").forEach(choice -> shape.choices().add(choice.asText()));
        node.path("properties").properties().forEach(entry -> {
            List<JsonNode> schemas = shape.keys().computeIfAbsent(entry.getKey(), key -> new ArrayList<>());
            if (!entry.getValue().isEmpty()) {
                schemas.add(entry.getValue());
            }
        });
        if (node.has("items")) {
            shape.items().add(node.path("items"));
        }
        for (String word : List.of("oneOf", "anyOf", "allOf")) {
            node.path(word).forEach(alternative -> merge(alternative, shape));
        }
    }

    private JsonNode resolve(JsonNode node) {
        String reference = node.path("$ref").asText("");
        return reference.startsWith(DEFINITIONS) ? definitions.path(reference.substring(DEFINITIONS.length())) : node;
    }
}
