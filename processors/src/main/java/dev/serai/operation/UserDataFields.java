package dev.serai.operation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.interaction.CleanText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads user data: an object of scalars. Four fields of an interaction have no column of their own and are kept there
 * under their names; a request gives them beside it.
 */
public final class UserDataFields {
    /** The fields of an interaction that user data keeps. */
    public static final List<String> BUSINESS =
            List.of("category", "dispositionCode", "serviceType", "serviceObjective");

    /** Characters of all texts that one request gives. */
    private static final int LONGEST = 1_000_000;

    private UserDataFields() {}

    /** What is to be set; a null value takes the key away. */
    static Map<String, @Nullable Object> read(JsonFields fields) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        JsonFields given = fields.object("userData");
        if (given != null) {
            given.node().fieldNames().forEachRemaining(key -> put(data, given, key));
        }
        for (String name : BUSINESS) {
            if (fields.mentions(name)) {
                put(data, fields, name);
            }
        }
        bound(data, fields);
        return data;
    }

    private static void bound(Map<String, @Nullable Object> data, JsonFields fields) {
        long size = data.values().stream()
                .mapToLong(value -> value instanceof String text ? text.length() : 0)
                .sum();
        if (size > LONGEST) {
            fields.fault("userData", "has " + size + " characters; expected at most " + LONGEST);
        }
    }

    private static void put(Map<String, @Nullable Object> data, JsonFields from, String key) {
        JsonNode value = from.get(key);
        if (value == null) {
            data.put(key, null);
        } else if (key.length() > 255) {
            from.fault(key, "has a key of " + key.length() + " characters; expected at most 255");
        } else if (!value.isValueNode()) {
            from.fault(
                    key,
                    "is " + (value.isArray() ? "a list" : "an object")
                            + "; expected a text, a number, true or false, as user data are");
        } else {
            data.put(key, scalar(value));
        }
    }

    private static Object scalar(JsonNode value) {
        if (value.isNumber()) {
            return value.numberValue();
        }
        return value.isBoolean() ? value.booleanValue() : value.asText();
    }

    /** With texts as databases take them. */
    static Map<String, Object> clean(Map<String, Object> given) {
        Map<String, Object> data = new LinkedHashMap<>();
        given.forEach(
                (key, value) -> data.put(CleanText.of(key), value instanceof String text ? CleanText.of(text) : value));
        return data;
    }

    static Map<String, Object> merged(Map<String, Object> before, Map<String, @Nullable Object> changes) {
        Map<String, Object> after = new LinkedHashMap<>(before);
        changes.forEach((key, value) -> {
            if (value == null) {
                after.remove(key);
            } else {
                after.put(key, value);
            }
        });
        return after;
    }
}
