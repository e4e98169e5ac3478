package dev.serai.kaoto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.serai.interaction.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/**
 * What Kaoto does to a file when it saves it: comments and the writer's layout go, keys come in an order of its own, what
 * had no id gets one, empty parameters are written, numbers that were typed into a form are texts.
 */
final class KaotoSave {
    private static final List<String> ORDER = List.of("id", "description", "uri", "name", "expression");
    private static final List<String> LAST = List.of("parameters", "steps");

    private final ScalarStyle quotes;
    private int made = 1000;

    KaotoSave(ScalarStyle quotes) {
        this.quotes = quotes;
    }

    String of(String yaml) {
        JsonNode saved = saved("", ShippedFile.parsed(yaml));
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setDefaultScalarStyle(quotes)
                .setWidth(80)
                .build();
        return new Dump(settings).dumpToString(Json.MAPPER.convertValue(saved, Object.class));
    }

    private JsonNode saved(String key, JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object(key, object);
        }
        if (node instanceof ArrayNode list) {
            ArrayNode items = Json.MAPPER.createArrayNode();
            list.forEach(item -> items.add(saved(key.equals("when") ? "branch" : key, item)));
            return items;
        }
        return key.equals("priority") || key.equals("raise")
                ? Json.MAPPER.getNodeFactory().textNode(node.asText())
                : node;
    }

    private ObjectNode object(String key, ObjectNode object) {
        ObjectNode ordered = Json.MAPPER.createObjectNode();
        if (List.of("from", "to", "branch", "otherwise").contains(key) && !object.has("id")) {
            ordered.put("id", key + "-" + made++);
        }
        object.properties().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparingInt(KaotoSave::rank).thenComparing(Comparator.<String>naturalOrder())))
                .forEach(entry -> ordered.set(entry.getKey(), saved(entry.getKey(), entry.getValue())));
        if (key.equals("to") && !object.has("parameters")) {
            ordered.putObject("parameters");
        }
        return ordered;
    }

    private static int rank(String key) {
        if (LAST.contains(key)) {
            return ORDER.size() + 1 + LAST.indexOf(key);
        }
        return ORDER.contains(key) ? ORDER.indexOf(key) : ORDER.size();
    }
}
