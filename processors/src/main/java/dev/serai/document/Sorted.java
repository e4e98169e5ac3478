package dev.serai.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.serai.document.Property.Use;
import dev.serai.interaction.Json;
import dev.serai.operation.Refusal.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sorts what an operation says into the fields that it takes, and user data. */
final class Sorted {
    private static final Set<String> TOP = Set.of("operation", "id", "externalId", "properties", "userData", "deleted");

    private final Verb verb;
    private final ObjectNode fields = Json.MAPPER.createObjectNode();
    private final ObjectNode userData = Json.MAPPER.createObjectNode();
    private final Set<String> fromProperties = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();

    Sorted(Verb verb, JsonNode tree) {
        this.verb = verb;
        tree.fieldNames().forEachRemaining(this::top);
        each(tree, "properties", this::property);
        each(tree, "userData", this::userData);
        deletions(tree.path("deleted"));
        if (!userData.isEmpty()) {
            fields.set("userData", userData);
        }
    }

    ObjectNode fields() {
        return fields;
    }

    List<Fault> faults() {
        return faults;
    }

    void fault(String pointer, String detail) {
        faults.add(new Fault(pointer, detail));
    }

    /** Where a field stood before it was sorted. */
    String original(String pointer) {
        if (!pointer.startsWith("/userData/")) {
            return pointer.equals("/externalId") ? pointer : "/properties" + pointer;
        }
        String key = pointer.substring("/userData/".length());
        return fromProperties.contains(key) ? "/properties/" + key : pointer;
    }

    /** Something of an object within the operation. */
    private interface Entry {
        void take(String name, JsonNode value);
    }

    private void top(String name) {
        if (!TOP.contains(name)) {
            fault("/" + escaped(name), "is not known here; expected properties, userData, deleted, id or externalId");
        } else if (name.equals("deleted") && verb != Verb.UPDATE) {
            fault("/deleted", "properties are taken away by update, not by " + verb.word());
        } else if (name.equals("userData") && !verb.takesUserData()) {
            fault("/userData", "user data is changed by update, not by " + verb.word());
        }
    }

    private void each(JsonNode tree, String name, Entry entry) {
        JsonNode object = tree.path(name);
        if (object instanceof ObjectNode) {
            object.properties().forEach(one -> entry.take(one.getKey(), one.getValue()));
        } else if (!object.isMissingNode() && !object.isNull()) {
            fault("/" + name, "expected an object");
        }
    }

    private void property(String name, JsonNode value) {
        Optional<Property> known = Property.ofJson(name);
        if (known.isEmpty()) {
            unknown(name, value);
        } else if (verb.takes(known.get())) {
            fields.set(name, value);
        } else if (known.get().use() != Use.NAMES) {
            fault("/properties/" + name, verb.whyNot(known.get()));
        }
    }

    /** What is meant as a property and written otherwise would be lost among the user data. */
    private void unknown(String name, JsonNode value) {
        Optional<Property> meant = Property.nearJson(name);
        if (meant.isPresent()) {
            fault(
                    "/properties/" + escaped(name),
                    "is not known here; did you mean '" + meant.get().json()
                            + "'? User data of this name goes into userData");
        } else {
            fromProperties.add(escaped(name));
            userData(name, value);
        }
    }

    private void userData(String name, JsonNode value) {
        if (verb.takesUserData()) {
            userData.set(name, value);
        } else {
            fault(original("/userData/" + escaped(name)), "is nothing that " + verb.word() + " takes");
        }
    }

    private void deletions(JsonNode deleted) {
        if (!deleted.isArray() && !deleted.isMissingNode() && !deleted.isNull()) {
            fault("/deleted", "expected a list of names");
        }
        int index = 0;
        for (JsonNode name : deleted) {
            delete("/deleted/" + index++, name);
        }
    }

    private void delete(String pointer, JsonNode written) {
        String name = written.asText();
        Optional<Property> known = Property.ofJson(name);
        if (!written.isTextual() || name.isEmpty() || name.length() > 255) {
            fault(pointer, "expected a name of 1 to 255 characters");
        } else if (known.isEmpty()) {
            userData.putNull(name);
        } else if (verb.takes(known.get()) && known.get() != Property.PRIORITY) {
            fields.putNull(name);
        } else {
            fault(pointer, "'" + name + "' cannot be taken away");
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
