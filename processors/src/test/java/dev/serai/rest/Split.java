package dev.serai.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.interaction.Json;
import java.util.ArrayList;
import java.util.List;

/** An answer of many operations as one text for each. */
final class Split {
    private Split() {}

    static List<String> responses(String answer) {
        if (answer.startsWith("<")) {
            return List.of(answer.replaceAll("</?interactions>", "").split("(?=<interaction )"));
        }
        JsonNode tree = Json.read(answer, JsonNode.class);
        List<String> all = new ArrayList<>();
        if (tree.isArray()) {
            tree.forEach(one -> all.add(one.toString()));
        } else {
            all.add(answer);
        }
        return all;
    }
}
