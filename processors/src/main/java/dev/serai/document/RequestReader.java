package dev.serai.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.serai.operation.ChangeRequest;
import dev.serai.operation.Code;
import dev.serai.operation.JsonFields;
import dev.serai.operation.Refusal;
import dev.serai.operation.Refusal.Fault;
import dev.serai.operation.RefusedException;
import dev.serai.operation.SubmitRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a request of one operation's tree. */
final class RequestReader {
    /** What names an interaction, with its most characters. */
    private static final Map<Property, Integer> NAMES =
            Map.of(Property.ID, 255, Property.EXTERNAL_ID, 255, Property.TENANT, 64);

    /** Faults of one operation that are kept. */
    private static final int MOST_FAULTS = 20;

    private final Draft draft;
    private final Reference reference;

    private RequestReader(Draft draft) {
        this.draft = draft;
        this.reference = new Reference(
                named(draft.tree(), Property.ID),
                named(draft.tree(), Property.EXTERNAL_ID),
                named(draft.tree(), Property.TENANT));
    }

    /** What is wrong with it makes it {@link Request.Unreadable}. */
    static Request read(Draft draft) {
        RequestReader reader = new RequestReader(draft);
        try {
            return reader.request();
        } catch (RefusedException refused) {
            return new Request.Unreadable(reader.reference, refused.refusal());
        }
    }

    private static void written(Sorted sorted, String pointer, JsonNode name, int most) {
        boolean absent = name.isMissingNode() || name.isNull();
        if (!absent
                && (!name.isTextual()
                        || name.asText().isBlank()
                        || name.asText().length() > most)) {
            sorted.fault(pointer, "expected a text of 1 to " + most + " characters");
        }
    }

    private Request request() {
        JsonNode tree = draft.tree();
        if (!(tree instanceof ObjectNode)) {
            throw refused(List.of(new Fault("", "is no operation; expected an object")));
        }
        JsonNode word = tree.path("operation");
        Verb verb = Verb.of(word.asText())
                .orElseThrow(() -> refused(List.of(new Fault(
                        "/operation",
                        (word.isMissingNode() ? "is missing" : "'" + word.asText() + "' is not known")
                                + "; expected one of " + Verb.words()))));
        return request(verb, new Sorted(verb, tree));
    }

    private Request request(Verb verb, Sorted sorted) {
        naming(verb, sorted);
        return read(
                sorted,
                switch (verb) {
                    case SUBMIT -> fields -> new Request.Submit(reference, SubmitRequest.read(fields));
                    case UPDATE -> fields -> new Request.Update(reference, ChangeRequest.read(fields));
                    case STOP -> fields -> new Request.Stop(reference, reason(fields));
                    case HOLD -> fields -> new Request.Hold(reference, fields.time("until"), reason(fields));
                    case RESUME -> fields -> new Request.Resume(reference, reason(fields));
                    case GETINFO -> fields -> new Request.GetInfo(reference);
                    case PING -> fields -> new Request.Ping();
                });
    }

    private void naming(Verb verb, Sorted sorted) {
        NAMES.forEach((property, most) -> {
            written(sorted, "/" + property.json(), draft.tree().path(property.json()), most);
            written(
                    sorted,
                    "/properties/" + property.json(),
                    draft.tree().path("properties").path(property.json()),
                    most);
        });
        if (verb.namesOne() && reference.isEmpty()) {
            sorted.fault("", verb.word() + " names no interaction; expected id or externalId");
        }
        if (verb == Verb.SUBMIT) {
            if (reference.id() != null) {
                sorted.fault("/id", "an interaction's id is given by the hub; give one of your own as externalId");
            }
            if (reference.externalId() != null) {
                sorted.fields().put("externalId", reference.externalId());
            }
        }
    }

    private static @Nullable String reason(JsonFields fields) {
        return fields.text("reason", 1000);
    }

    /** Reads the fields; whatever was or is wrong with any of them refuses the whole. */
    private Request read(Sorted sorted, Function<JsonFields, Request> reader) {
        List<Fault> faults = new ArrayList<>(sorted.faults());
        JsonFields fields = JsonFields.of(sorted.fields());
        try {
            Request request = reader.apply(fields);
            fields.finish();
            if (faults.isEmpty()) {
                return request;
            }
        } catch (RefusedException refused) {
            refused.refusal()
                    .faults()
                    .forEach(fault -> faults.add(new Fault(sorted.original(fault.pointer()), fault.detail())));
        }
        throw refused(faults);
    }

    private RefusedException refused(List<Fault> faults) {
        List<Fault> placed = faults.stream()
                .limit(MOST_FAULTS)
                .map(fault -> new Fault(draft.where().of(fault.pointer()), fault.detail()))
                .toList();
        Fault first = placed.get(0);
        String detail =
                Response.cut(first.pointer().isEmpty() ? first.detail() : first.pointer() + ": " + first.detail());
        return new RefusedException(new Refusal(Code.INVALID_REQUEST, detail, placed));
    }

    /** Whom an operation names, however wrong it is otherwise, so that its error says it too. */
    private static @Nullable String named(JsonNode tree, Property property) {
        JsonNode beside = tree.path(property.json());
        JsonNode given = beside.isTextual() ? beside : tree.path("properties").path(property.json());
        String text = given.isTextual() ? given.textValue() : "";
        return text.isBlank() || text.length() > 255 ? null : text;
    }
}
