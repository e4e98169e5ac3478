package dev.serai.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.serai.files.Entries;
import dev.serai.interaction.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The JSON that a call sends: a `name = value` on each line, names with dots for objects within objects. */
final class CallBody {
    private CallBody() {}

    static Optional<byte[]> of(Action.Step step) {
        return step.definition().find("body").map(text -> {
            ObjectNode root = Json.MAPPER.createObjectNode();
            Entries.of(text).forEach((name, value) -> put(root, name.split("\\.", -1), json(step, value)));
            return Json.write(root).getBytes(StandardCharsets.UTF_8);
        });
    }

    private static void put(ObjectNode root, String[] names, JsonNode value) {
        ObjectNode holder = root;
        for (int i = 0; i < names.length - 1; i++) {
            holder = holder.get(names[i]) instanceof ObjectNode known ? known : holder.putObject(names[i]);
        }
        holder.set(names[names.length - 1], value);
    }

    /** An expression alone keeps its type; with text around it, it is a text; what stands there plainly is what it looks like. */
    private static JsonNode json(Action.Step step, String written) {
        Object value = written.contains("${") ? step.value(written) : Scalars.of(written);
        boolean whole = value instanceof Map
                || value instanceof Collection
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Instant;
        return Json.MAPPER.valueToTree(whole ? value : value.toString());
    }
}
