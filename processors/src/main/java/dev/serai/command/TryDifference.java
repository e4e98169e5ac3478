package dev.serai.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.serai.interaction.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the edited files decide otherwise about a mail than the live ones: two reports, compared field by field. */
final class TryDifference {
    /** What a decision is; the mail's own words are the same. */
    private static final List<String> FIELDS = List.of(
            "outcome",
            "queue",
            "priority",
            "reason",
            "kind",
            "language",
            "rules",
            "userData",
            "replies",
            "transformers",
            "warnings");

    private final Map<String, ObjectNode> fields = new TreeMap<>();

    private TryDifference() {}

    static TryDifference of(JsonNode live, JsonNode edited) {
        TryDifference difference = new TryDifference();
        FIELDS.forEach(field -> difference.compare(field, live.path(field), edited.path(field)));
        difference.compare("steps", steps(live), steps(edited));
        return difference;
    }

    boolean isNone() {
        return fields.isEmpty();
    }

    /** By field, `live` and `edited`. */
    Map<String, ObjectNode> fields() {
        return fields;
    }

    /** A line for each field. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        fields.forEach((field, values) -> lines.add(
                String.format("  %-12s %s -> %s", field, text(values.path("live")), text(values.path("edited")))));
        return lines;
    }

    private void compare(String field, JsonNode live, JsonNode edited) {
        if (!text(live).equals(text(edited))) {
            ObjectNode values = Json.MAPPER.createObjectNode();
            values.set("live", live.isMissingNode() ? Json.MAPPER.nullNode() : live);
            values.set("edited", edited.isMissingNode() ? Json.MAPPER.nullNode() : edited);
            fields.put(field, values);
        }
    }

    /** Which steps ran and what they did, without lines of files. */
    private static ArrayNode steps(JsonNode report) {
        ArrayNode steps = Json.MAPPER.createArrayNode();
        report.path("decisions")
                .forEach(step -> steps.add(
                        step.path("step").asText() + ": " + step.path("effect").asText()));
        return steps;
    }

    private static String text(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? "nothing" : node.isTextual() ? node.asText() : node.toString();
    }
}
