package dev.serai.capture.jms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.serai.interaction.Json;
import dev.serai.operation.Code;
import dev.serai.operation.JsonFields;
import dev.serai.operation.Refusal;
import dev.serai.operation.RefusedException;
import dev.serai.operation.SubmitRequest;
import java.util.Set;

/** Reads {@code {"operation":"submit","externalId":…,"properties":{…},"userData":{…}}}. */
final class JmsRequest {
    private static final String USER_DATA = "userData";
    private static final Set<String> PROPERTIES = Set.of(
            "mediaType",
            "type",
            "subtype",
            "queue",
            "priority",
            "language",
            "parentId",
            "receivedAt",
            "subject",
            "text",
            "from",
            "to",
            "cc",
            "contact");

    private JmsRequest() {}

    /** @throws RefusedException when it is no such request, saying why */
    static SubmitRequest read(String text) {
        JsonFields fields = JsonFields.parse(text);
        String operation = fields.text("operation", 64);
        if (!"submit".equals(operation)) {
            throw refused(
                    operation == null
                            ? "'operation' is missing; expected submit"
                            : "operation '" + operation + "' is not known here; expected submit");
        }
        ObjectNode flat = Json.MAPPER.createObjectNode();
        String externalId = fields.text("externalId", 255);
        if (externalId != null) {
            flat.put("externalId", externalId);
        }
        ObjectNode userData = object(fields.get(USER_DATA), USER_DATA);
        object(fields.get("properties"), "properties")
                .properties()
                .forEach(property -> put(property.getKey(), property.getValue(), flat, userData));
        flat.set(USER_DATA, userData);
        fields.finish();
        return SubmitRequest.read(JsonFields.of(flat));
    }

    /** A property of a name that the hub does not know is user data. */
    private static void put(String name, JsonNode value, ObjectNode flat, ObjectNode userData) {
        (PROPERTIES.contains(name) ? flat : userData).set(name, value);
    }

    private static ObjectNode object(@org.jspecify.annotations.Nullable JsonNode node, String name) {
        if (node == null) {
            return Json.MAPPER.createObjectNode();
        }
        if (node instanceof ObjectNode object) {
            return object.deepCopy();
        }
        throw refused("'" + name + "' is no JSON object");
    }

    private static RefusedException refused(String reason) {
        return new RefusedException(Refusal.of(Code.INVALID_REQUEST, reason));
    }
}
