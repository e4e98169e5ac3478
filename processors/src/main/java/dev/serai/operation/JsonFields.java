package dev.serai.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.serai.interaction.Json;
import dev.serai.operation.Refusal.Fault;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON object field by field and notes what is wrong with each; {@link #finish} refuses the whole when anything
 * was, an unknown field too. A null is as good as absent.
 */
public final class JsonFields {
    private final JsonNode object;
    private final String pointer;
    private final List<Fault> faults;
    private final Set<String> known = new TreeSet<>();

    private JsonFields(JsonNode object, String pointer, List<Fault> faults) {
        this.object = object;
        this.pointer = pointer;
        this.faults = faults;
    }

    /** @throws RefusedException when it is no JSON object */
    public static JsonFields of(JsonNode object) {
        if (!(object instanceof ObjectNode)) {
            throw new RefusedException(
                    Refusal.of(Code.INVALID_REQUEST, "the request is no JSON object but " + kind(object)));
        }
        return new JsonFields(object, "", new ArrayList<>());
    }

    /**
     * Reads text; empty text is an empty object.
     *
     * @throws RefusedException when it is no JSON object, or a field is there twice
     */
    public static JsonFields parse(String text) {
        try {
            return of(text.isBlank() ? Json.MAPPER.createObjectNode() : Json.tree(text));
        } catch (Json.FieldTwice twice) {
            throw new RefusedException(Refusal.twice(twice));
        } catch (JsonProcessingException bad) {
            throw new RefusedException(
                    Refusal.of(Code.INVALID_REQUEST, "the request is no JSON: " + Json.complaint(bad)));
        }
    }

    public boolean has(String name) {
        return get(name) != null;
    }

    /** True when the field is there, null or not. */
    boolean mentions(String name) {
        known.add(name);
        return object.has(name);
    }

    public @Nullable String text(String name, int most) {
        JsonNode value = get(name);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            fault(name, "expected a text, not " + kind(value));
            return null;
        }
        if (value.textValue().length() > most) {
            fault(name, "has " + value.textValue().length() + " characters; expected at most " + most);
            return null;
        }
        return value.textValue();
    }

    /** A text that becomes one line of a mail's header: with a line end or a NUL it would write a header of its own. */
    public @Nullable String line(String name, int most) {
        String text = text(name, most);
        if (text != null && HeaderLine.breaks(text)) {
            fault(name, HeaderLine.EXPECTED);
            return null;
        }
        return text;
    }

    /** A text of a form that the reader knows; what the reader throws is the fault. */
    public <T> @Nullable T value(String name, Function<String, T> reader) {
        String text = text(name, 255);
        try {
            return text == null ? null : reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException bad) {
            fault(name, bad.getMessage() == null ? "'" + text + "' is not understood" : bad.getMessage());
            return null;
        }
    }

    public @Nullable Integer number(String name, int least, int most) {
        JsonNode value = get(name);
        if (value == null) {
            return null;
        }
        boolean whole = value.isIntegralNumber() && value.canConvertToInt();
        if (!whole || value.intValue() < least || value.intValue() > most) {
            fault(name, value + " is not a whole number from " + least + " to " + most);
            return null;
        }
        return value.intValue();
    }

    public boolean flag(String name, boolean fallback) {
        JsonNode value = get(name);
        if (value != null && !value.isBoolean()) {
            fault(name, "expected true or false, not " + kind(value));
        }
        return value == null ? fallback : value.booleanValue();
    }

    /** A time as RFC 3339 text. */
    public @Nullable Instant time(String name) {
        return value(name, JsonFields::instant);
    }

    /** An object of its own; its faults are those of the whole. */
    public @Nullable JsonFields object(String name) {
        JsonNode value = get(name);
        if (value == null) {
            return null;
        }
        if (!value.isObject()) {
            fault(name, "expected an object, not " + kind(value));
            return null;
        }
        return new JsonFields(value, at(name), faults);
    }

    /**
     * The objects of a list, each with the pointer of its place; what is none is a fault of its own.
     *
     * @param expected of the whole
     */
    List<JsonFields> objects(String name, String expected) {
        JsonNode list = get(name);
        if (list == null) {
            return List.of();
        }
        if (!list.isArray()) {
            fault(name, "expected " + expected);
            return List.of();
        }
        List<JsonFields> objects = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).isObject()) {
                objects.add(entry(name, i, list.get(i)));
            } else {
                fault(name, i, "expected an object, not " + kind(list.get(i)));
            }
        }
        return objects;
    }

    /** An object in a list, whose faults are those of the whole. */
    JsonFields entry(String name, int place, JsonNode entry) {
        return new JsonFields(entry, at(name) + "/" + place, faults);
    }

    /** The field as it is, or null. */
    public @Nullable JsonNode get(String name) {
        known.add(name);
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    /** Notes a fault of a field. */
    public void fault(String name, String detail) {
        faults.add(new Fault(at(name), detail));
    }

    /** Notes a fault of one entry of a list, counted from 0. */
    void fault(String name, int entry, String detail) {
        faults.add(new Fault(at(name) + "/" + entry, detail));
    }

    JsonNode node() {
        return object;
    }

    /** Every field of this object that nobody asked for is a fault. */
    void refuseUnknown() {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                fault(name, "unknown field; known here: " + String.join(", ", known));
            }
        });
    }

    /** @throws RefusedException when anything was wrong */
    public void finish() {
        refuseUnknown();
        if (!faults.isEmpty()) {
            Fault first = faults.get(0);
            throw new RefusedException(
                    new Refusal(Code.INVALID_REQUEST, first.pointer() + ": " + first.detail(), faults));
        }
    }

    private String at(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException bad) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no time as RFC 3339 writes it, like 2026-11-23T10:00:00Z", bad);
        }
    }

    private static String kind(JsonNode node) {
        JsonNodeType type = node.getNodeType();
        return switch (type) {
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            default -> "nothing";
        };
    }
}
