package dev.serai.kaoto;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.scaffold.Format;
import dev.serai.schemas.EditorSchema;
import java.util.List;

/**
 * The schema of the resource Kamelet of {@code camel.apache.org/v1}, as far as its parts that Kaoto reads: metadata of
 * texts, the definition of its parameters, the template. No other keys, since a cluster would drop them.
 */
final class KameletResource {
    private static final EditorSchema SCHEMA = EditorSchema.of(Format.KAMELET);

    private KameletResource() {}

    /** What does not fit, each with its place in the file. */
    static List<String> errors(JsonNode file) {
        return SCHEMA.errors(file);
    }
}
