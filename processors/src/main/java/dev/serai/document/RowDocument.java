package dev.serai.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.serai.document.Property.Use;
import dev.serai.interaction.Json;
import dev.serai.operation.Code;
import dev.serai.operation.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table as a document with one operation. Columns are properties by their names, whatever their case and
 * underscores; what the operation does not take as a property is user data.
 */
public final class RowDocument {
    private final Verb verb;
    private final ObjectNode tree = Json.MAPPER.createObjectNode();
    private final ObjectNode properties = tree.putObject("properties");
    private final ObjectNode userData = Json.MAPPER.createObjectNode();
    private final Map<String, String> columns = new HashMap<>();

    private RowDocument(Verb verb) {
        this.verb = verb;
    }

    /**
     * One value of a row.
     *
     * @param label the column's own name, for sentences
     * @param name what it is called where it is user data
     * @param value a text, a number, true or false; null as databases have it
     */
    public record Cell(String label, String name, @Nullable Object value) {}

    /**
     * Makes the document; what is wrong with it shows when it is applied.
     *
     * @param operation a word such as submit
     * @param reference the interaction that is meant
     * @param cells everything else that the row has
     * @param digest tells this row from others under the same key
     */
    public static Document of(String operation, Reference reference, List<Cell> cells, String digest) {
        Optional<Verb> verb = Verb.of(operation);
        if (verb.isEmpty()) {
            return refused(
                    reference, digest, "the operation '" + operation + "' is not known; expected " + Verb.words());
        }
        RowDocument row = new RowDocument(verb.get());
        row.tree.put("operation", operation);
        row.name(reference);
        cells.forEach(row::take);
        if (!row.userData.isEmpty()) {
            row.tree.set("userData", row.userData);
        }
        Request request =
                RequestReader.read(new Draft(row.tree, pointer -> row.columns.getOrDefault(pointer, "the row")));
        return new Document(Form.JSON, false, digest, List.of(request), null);
    }

    /** One that cannot be read. */
    public static Document refused(Reference reference, String digest, String reason) {
        return refused(reference, digest, Refusal.of(Code.INVALID_REQUEST, reason));
    }

    /** One that nothing can be done about. */
    public static Document refused(Reference reference, String digest, Refusal refusal) {
        return new Document(Form.JSON, false, digest, List.of(new Request.Unreadable(reference, refusal)), null);
    }

    private void name(Reference reference) {
        if (reference.id() != null) {
            tree.put("id", reference.id());
        }
        if (reference.externalId() != null) {
            tree.put("externalId", reference.externalId());
        }
    }

    private void take(Cell cell) {
        Optional<Property> known = Property.ofXml(cell.label().replace("_", ""));
        if (known.isPresent() && isTaken(known.get())) {
            property(known.get(), cell);
        } else if (verb.takesUserData() && (cell.value() != null || verb == Verb.UPDATE)) {
            columns.put("/userData/" + cell.name().replace("~", "~0").replace("/", "~1"), column(cell));
            userData.set(cell.name(), node(cell.value()));
        }
    }

    /** An update is told of what it cannot change; what others do not take is not looked at, since all rows have all columns. */
    private boolean isTaken(Property property) {
        return verb.takes(property)
                || property == Property.TENANT
                || (verb == Verb.UPDATE && property.use() == Use.GIVEN);
    }

    private void property(Property property, Cell cell) {
        Object value = cell.value();
        columns.put("/properties/" + property.json(), column(cell));
        if (value == null) {
            if (verb == Verb.UPDATE && verb.takes(property) && property != Property.PRIORITY) {
                properties.putNull(property.json());
            }
        } else if (value instanceof Number && isNumber(property)) {
            properties.set(property.json(), node(value));
        } else {
            properties.set(property.json(), XmlValues.read(property, value.toString()));
        }
    }

    private static boolean isNumber(Property property) {
        return property == Property.PRIORITY || property == Property.SERVICE_OBJECTIVE;
    }

    private static JsonNode node(@Nullable Object value) {
        if (value == null) {
            return NullNode.instance;
        }
        return value instanceof String text ? TextNode.valueOf(text) : Json.MAPPER.valueToTree(value);
    }

    private static String column(Cell cell) {
        return "column '" + cell.label() + "'";
    }
}
