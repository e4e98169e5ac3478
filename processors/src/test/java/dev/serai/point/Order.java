package dev.serai.point;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.serai.interaction.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One operation that a test asks for, before its kind gives it a form: an element of a document, a row, a record.
 *
 * @param externalId null = without one
 * @param properties by their names in JSON; texts and numbers
 */
public record Order(String operation, @Nullable String externalId, Map<String, Object> properties) {

    /** A submit without properties. */
    public static Order submit(String externalId) {
        return new Order("submit", externalId, Map.of());
    }

    /** A submit that has no id of the sender's own. */
    public static Order anonymous() {
        return new Order("submit", null, Map.of());
    }

    public static Order of(String operation, String externalId) {
        return new Order(operation, externalId, Map.of());
    }

    /** The same with one property more. */
    public Order with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(properties);
        more.put(name, value);
        return new Order(operation, externalId, more);
    }

    /** The orders as a document in JSON. */
    static String json(List<Order> orders) {
        return orders.stream().map(Order::json).collect(Collectors.joining(",", "[", "]"));
    }

    private String json() {
        ObjectNode node = Json.MAPPER.createObjectNode().put("operation", operation);
        if (externalId != null) {
            node.put("externalId", externalId);
        }
        return node.set("properties", Json.MAPPER.valueToTree(properties)).toString();
    }
}
