package dev.serai.kaoto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * The schema of Camel's YAML DSL that Kaoto builds its forms from and validates with, in its canonical variant: each step
 * an object instead of a text, each expression under {@code expression:}. Later releases of Camel ship that variant; it
 * is this one without those alternatives.
 */
final class CamelSchema {
    private static final String FILE = "/schema/camelYamlDsl.json";
    private static final String EXPRESSION = "#/items/definitions/org.apache.camel.model.language.ExpressionDefinition";

    private final Schema schema;

    private CamelSchema(JsonNode document) {
        this.schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4).getSchema(document);
    }

    static CamelSchema asShipped() {
        return new CamelSchema(document());
    }

    static CamelSchema canonical() {
        JsonNode document = document();
        canonical(document);
        return new CamelSchema(document);
    }

    /** What does not fit, each with its place in the file. */
    List<String> errors(JsonNode file) {
        return schema.validate(file).stream().map(Object::toString).toList();
    }

    private static void canonical(JsonNode node) {
        if (node instanceof ObjectNode object) {
            withoutText(object);
            object.path("anyOf").forEach(CamelSchema::withoutInlineExpression);
        }
        node.forEach(CamelSchema::canonical);
    }

    /** {@code oneOf: [a text, an object]} becomes the object. */
    private static void withoutText(ObjectNode object) {
        JsonNode alternatives = object.path("oneOf");
        if (alternatives.size() == 2
                && alternatives.get(0).path("type").asText().equals("string")) {
            object.remove("oneOf");
            object.setAll((ObjectNode) alternatives.get(1));
        }
    }

    /** Of an expression in place, none, and one under {@code expression:} only the last remains. */
    private static void withoutInlineExpression(JsonNode group) {
        JsonNode alternatives = group.path("oneOf");
        if (alternatives instanceof ArrayNode list
                && list.path(0).path("$ref").asText().equals(EXPRESSION)) {
            while (list.size() > 1) {
                list.remove(0);
            }
        }
    }

    private static JsonNode document() {
        try (InputStream in = Objects.requireNonNull(CamelSchema.class.getResourceAsStream(FILE), FILE)) {
            return new JsonMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
