package dev.serai.document;

import dev.serai.interaction.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes answers as JSON. */
final class JsonAnswer {
    private JsonAnswer() {}

    static String write(Response response) {
        return Json.write(tree(response));
    }

    static String write(List<Response> responses) {
        return Json.write(responses.stream().map(JsonAnswer::tree).toList());
    }

    private static Map<String, Object> tree(Response response) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("operation", response.operation());
        put(tree, "id", response.reference().id());
        put(tree, "externalId", response.reference().externalId());
        put(tree, "properties", response.properties().isEmpty() ? null : response.properties());
        put(tree, "changed", response.changed());
        put(tree, "deleted", response.deleted());
        put(tree, "code", response.code());
        put(tree, "description", response.description());
        return tree;
    }

    private static void put(Map<String, Object> tree, String name, @Nullable Object value) {
        if (value != null) {
            tree.put(name, value);
        }
    }
}
