package dev.serai.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.serai.interaction.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the JSON form: an operation, or an array of them. */
final class JsonDocument {
    private static final ObjectReader STRICT = Json.MAPPER
            .readerFor(JsonNode.class)
            .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

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
        try (JsonParser parser = new BoundedJson(STRICT.createParser(text))) {
            return STRICT.readTree(parser);
        } catch (JsonProcessingException bad) {
            throw DocumentReader.refused("the document is no JSON: " + Json.complaint(bad));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
