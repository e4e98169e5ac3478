package dev.serai.operation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.interaction.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads people: an address as text, or {name, address}; lists of them, or one alone. */
final class PartyFields {
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>,;\\p{C}\\p{Z}]{1,64}@[^\\s@<>,;\\p{C}\\p{Z}]{1,255}");

    private PartyFields() {}

    static @Nullable Party one(JsonFields fields, String name) {
        JsonNode node = fields.get(name);
        return node == null ? null : read(fields, name, node);
    }

    static List<Party> list(JsonFields fields, String name) {
        JsonNode node = fields.get(name);
        if (node == null) {
            return List.of();
        }
        List<Party> parties = new ArrayList<>();
        Iterable<JsonNode> entries = node.isArray() ? node : List.of(node);
        for (JsonNode entry : entries) {
            Party party = read(fields, name, entry);
            if (party != null) {
                parties.add(party);
            }
        }
        return parties;
    }

    private static @Nullable Party read(JsonFields fields, String name, JsonNode node) {
        JsonNode address = node.isObject() ? node.path("address") : node;
        JsonNode display = node.path("name");
        if (!address.isTextual() || !ADDRESS.matcher(address.textValue()).matches()) {
            fields.fault(name, address + " is no mail address; expected \"jo@example.com\" or {name, address}");
            return null;
        }
        String clean = display.isTextual() ? HeaderLine.joined(display.textValue()) : null;
        return new Party(clean, address.textValue());
    }
}
