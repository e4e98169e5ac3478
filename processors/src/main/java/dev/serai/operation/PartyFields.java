package dev.serai.operation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.dispatch.Addresses;
import dev.serai.interaction.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads people: an address as text, or {name, address}; lists of them, or one alone. */
final class PartyFields {
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>,;\\p{C}\\p{Z}]{1,64}@[^\\s@<>,;\\p{C}\\p{Z}]{1,255}");

    private static final Set<String> KNOWN = Set.of("name", "address");

    private static final String EXPECTED = " is no mail address; expected \"jo@example.com\" or {name, address}";

    private PartyFields() {}

    static @Nullable Party one(JsonFields fields, String name) {
        JsonNode node = fields.get(name);
        refuseUnknown(fields, name);
        return node == null ? null : read(fields, name, node);
    }

    static List<Party> list(JsonFields fields, String name) {
        JsonNode node = fields.get(name);
        if (node == null) {
            return List.of();
        }
        refuseUnknown(fields, name);
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

    /** Whom a mail of ours goes to, or who writes it: an address that SMTP takes. */
    static @Nullable Party recipient(JsonFields fields, String name) {
        JsonNode node = fields.get(name);
        refuseUnknown(fields, name);
        return node == null ? null : sendable(fields, name, node, detail -> fields.fault(name, detail));
    }

    /** Whom a mail of ours goes to; each bad one is a fault of its own. */
    static List<Party> recipients(JsonFields fields, String name) {
        JsonNode node = fields.get(name);
        if (node == null || !node.isArray()) {
            return Stream.ofNullable(recipient(fields, name)).toList();
        }
        refuseUnknown(fields, name);
        List<Party> parties = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            int at = i;
            Party party = sendable(fields, name, node.get(i), detail -> fields.fault(name, at, detail));
            if (party != null) {
                parties.add(party);
            }
        }
        return parties;
    }

    /**
     * One that a stranger's mail names.
     *
     * @throws RefusedException when SMTP does not take it: it is not left out in silence
     */
    static Party known(String field, Party party) {
        try {
            return Addresses.checked(field, party);
        } catch (IllegalArgumentException none) {
            throw new RefusedException(Refusal.field(
                    Code.INVALID_REQUEST,
                    "/" + field,
                    none.getMessage() + "; the mail that is answered names it: give to and cc yourself"));
        }
    }

    /** What else an object says: a name that is written wrong would be left out in silence. */
    private static void refuseUnknown(@Nullable JsonFields party) {
        if (party != null) {
            KNOWN.forEach(party::has);
            party.refuseUnknown();
        }
    }

    private static void refuseUnknown(JsonFields fields, String name) {
        JsonNode node = fields.get(name);
        if (node != null && node.isObject()) {
            refuseUnknown(fields.object(name));
        }
        for (int i = 0; node != null && node.isArray() && i < node.size(); i++) {
            if (node.get(i).isObject()) {
                refuseUnknown(fields.entry(name, i, node.get(i)));
            }
        }
    }

    private static @Nullable Party sendable(JsonFields fields, String name, JsonNode node, Consumer<String> fault) {
        JsonNode address = node.isObject() ? node.path("address") : node;
        JsonNode display = node.path("name");
        if (!address.isTextual() || (!display.isMissingNode() && !display.isTextual() && !display.isNull())) {
            fault.accept(node + EXPECTED);
            return null;
        }
        try {
            String clean = display.isTextual() ? HeaderLine.joined(display.textValue()) : null;
            return Addresses.checked(name, new Party(clean, address.textValue()));
        } catch (IllegalArgumentException none) {
            fault.accept("" + none.getMessage());
            return null;
        }
    }

    private static @Nullable Party read(JsonFields fields, String name, JsonNode node) {
        JsonNode address = node.isObject() ? node.path("address") : node;
        JsonNode display = node.path("name");
        if (!address.isTextual() || !ADDRESS.matcher(address.textValue()).matches()) {
            fields.fault(name, address + EXPECTED);
            return null;
        }
        String clean = display.isTextual() ? HeaderLine.joined(display.textValue()) : null;
        return new Party(clean, address.textValue());
    }
}
