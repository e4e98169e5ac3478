package dev.serai.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.interaction.Json;
import dev.serai.operation.Refusal;
import dev.serai.operation.RefusedException;
import java.util.ArrayList;
import java.util.List;

/** Reads the JSON form: an operation, or an array of them. */
final class JsonDocument {
    private JsonDocument() {}

    static DocumentReader.Drafts read(String text) {
        JsonNode root = parse(text.startsWith("\uFEFF") ? text.substring(1) : text);
        if (!root.isArray()) {
            return new DocumentReader.Drafts(false, List.of(new Draft(root, pointer -> pointer)));
        }
        List<Draft> drafts = new ArrayList<>();
        for (JsonNode element : root) {
            String prefix = "/" + drafts.size();
            drafts.add(new Draft(element, pointer -> prefix + pointer));
        }
        return new DocumentReader.Drafts(true, drafts);
    }

    private static JsonNode parse(String text) {
        if (text.isBlank()) {
            throw DocumentReader.refused("the document is empty");
        }
        try {
            return Json.tree(text, BoundedJson::new);
        } catch (Json.FieldTwice twice) {
            throw new RefusedException(Refusal.twice(twice));
        } catch (JsonProcessingException bad) {
            throw DocumentReader.refused("the document is no JSON: " + Json.complaint(bad));
        }
    }
}
