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

    /** Characters of a list of persons, at most. */
    private static final int LONGEST_PEOPLE = 400_000;

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
        String name = unquoted(text.substring(0, open).strip());
        var person = Json.MAPPER.createObjectNode();
        if (!name.isEmpty()) {
            person.put("name", name);
        }
        return person.put("address", text.substring(open + 1, close).strip());
    }

    private static String unquoted(String name) {
        boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
        return quoted ? name.substring(1, name.length() - 1) : name;
    }

    /** A person as {@link #read} takes it. */
    static String person(Map<?, ?> person) {
        Object name = person.get("name");
        String address = String.valueOf(person.get("address"));
        return name == null ? address : "\"" + String.valueOf(name).replace("\"", "'") + "\" <" + address + ">";
    }

    /** Persons with commas between them; a comma within quotes is part of a name. What is too long stays text. */
    private static JsonNode people(String text) {
        if (text.length() > LONGEST_PEOPLE) {
            return TextNode.valueOf(text);
        }
        ArrayNode people = Json.MAPPER.createArrayNode();
        int begin = 0;
        boolean quoted = false;
        for (int at = 0; at < text.length() && people.size() <= Document.MOST_VALUES; at++) {
            char one = text.charAt(at);
            quoted ^= one == '"';
            if (one == ',' && !quoted) {
                add(people, text.substring(begin, at));
                begin = at + 1;
            }
        }
        add(people, text.substring(begin));
        return people;
    }

    private static void add(ArrayNode people, String one) {
        if (!one.isBlank()) {
            people.add(person(one));
        }
    }
}
