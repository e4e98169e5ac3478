package dev.serai.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.serai.interaction.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values between XML, where all is text, and the JSON form. */
final class XmlValues {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    private XmlValues() {}

    /** A known property's value as the JSON form has it; what cannot be read stays text, for the reader to refuse. */
    static JsonNode read(Property property, @Nullable String text) {
        if (text == null) {
            return Json.MAPPER.createObjectNode();
        }
        return switch (property) {
            case PRIORITY, SERVICE_OBJECTIVE -> number(text);
            case FROM, CONTACT -> person(text);
            case TO, CC -> people(text);
            case SUBJECT, TEXT, REASON -> TextNode.valueOf(text);
            default -> TextNode.valueOf(property.isTime() ? time(text.strip()) : text.strip());
        };
    }

    /** A time in UTC as XML writes it. */
    static String time(Instant time) {
        return TIME.format(time.atOffset(ZoneOffset.UTC));
    }

    private static String time(String text) {
        try {
            return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC).toString();
        } catch (DateTimeException other) {
            return text;
        }
    }

    /** The XML form of what the JSON form says; a text that is no time stays as it is. */
    static String timeFromJson(String text) {
        try {
            return time(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException other) {
            return text;
        }
    }

    private static JsonNode number(String text) {
        return text.strip().matches("-?[0-9]{1,9}")
                ? Json.MAPPER.getNodeFactory().numberNode(Integer.parseInt(text.strip()))
                : TextNode.valueOf(text);
    }

    /** {@code Jo Doe <jo@example.com>}, or the address alone. */
    private static JsonNode person(String text) {
        int open = text.lastIndexOf('<');
        int close = text.lastIndexOf('>');
        if (open < 0 || close < open) {
            return TextNode.valueOf(text.strip());
        }
        String name = text.substring(0, open).strip().replaceAll("^\"(.*)\"$", "$1");
        var person = Json.MAPPER.createObjectNode();
        if (!name.isEmpty()) {
            person.put("name", name);
        }
        return person.put("address", text.substring(open + 1, close).strip());
    }

    /** A person as {@link #read} takes it. */
    static String person(Map<?, ?> person) {
        Object name = person.get("name");
        String address = String.valueOf(person.get("address"));
        return name == null ? address : "\"" + String.valueOf(name).replace("\"", "'") + "\" <" + address + ">";
    }

    /** Persons with commas between them; a comma within quotes or brackets is part of a name. */
    private static JsonNode people(String text) {
        ArrayNode people = Json.MAPPER.createArrayNode();
        for (String one : text.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
            if (!one.isBlank()) {
                people.add(person(one));
            }
        }
        return people;
    }
}
