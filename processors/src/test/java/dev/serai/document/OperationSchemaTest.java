package dev.serai.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.serai.interaction.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema of operations and the reader say the same of every document. */
class OperationSchemaTest {
    private static final String ID = "0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";

    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private static Schema schema;

    @BeforeAll
    static void read() throws Exception {
        Path file = Path.of(System.getProperty("serai.home"), "docs/schemas/operation.schema.json");
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Json.MAPPER.readTree(Files.readString(file)));
    }

    /** Each operation with each property, in each kind of value. */
    private static Stream<String> everyOperationWithEveryProperty() {
        List<String> values = List.of(
                "1",
                "101",
                "1.5",
                "true",
                "null",
                "{}",
                "[]",
                "\"\"",
                "\"de\"",
                "\"Inbound\"",
                "\"email\"",
                "\"jo@example.org\"",
                "{\"address\":\"jo@example.org\"}",
                "[\"jo@example.org\"]",
                "[1]",
                "\"2026-11-20T10:00:00Z\"",
                "\"2026-11-20\"",
                "\"" + ID + "\"");
        return Stream.of(Verb.values())
                .flatMap(verb -> Stream.concat(
                                Stream.of(Property.values()).map(Property::json), Stream.of("tier", "Queue"))
                        .flatMap(name -> values.stream().map(value -> document(verb, name, value))));
    }

    @Test
    void theSchemaShouldTakeWhatTheReaderTakes() {
        assertThat(everyOperationWithEveryProperty()).hasSizeGreaterThan(4000).allSatisfy(OperationSchemaTest::agree);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "1",
                "[1]",
                "{\"operation\":\"ping\"}",
                "{\"operation\":\"PING\"}",
                "[{\"operation\":\"ping\"},{\"operation\":\"ping\"}]",
                "[{\"operation\":\"ping\"},{\"operation\":\"pong\"}]",
                "{\"operation\":\"stop\"}",
                "{\"operation\":\"stop\",\"id\":\"x\"}",
                "{\"operation\":\"stop\",\"id\":null}",
                "{\"operation\":\"stop\",\"id\":\" \"}",
                "{\"operation\":\"stop\",\"id\":7}",
                "{\"operation\":\"stop\",\"properties\":{\"externalId\":\"x\"}}",
                "{\"operation\":\"stop\",\"id\":\"x\",\"properties\":[]}",
                "{\"operation\":\"stop\",\"id\":\"x\",\"userData\":{}}",
                "{\"operation\":\"stop\",\"id\":\"x\",\"deleted\":[]}",
                "{\"operation\":\"submit\",\"id\":\"x\"}",
                "{\"operation\":\"submit\",\"colour\":\"red\"}",
                "{\"operation\":\"submit\",\"userData\":{\"a\":[]}}",
                "{\"operation\":\"submit\",\"userData\":{\"a\":1,\"b\":null}}",
                "{\"operation\":\"submit\",\"userData\":1}",
                "{\"operation\":\"update\",\"id\":\"x\",\"deleted\":[\"tier\",\"category\",\"language\"]}",
                "{\"operation\":\"update\",\"id\":\"x\",\"deleted\":[\"priority\"]}",
                "{\"operation\":\"update\",\"id\":\"x\",\"deleted\":[\"\"]}",
                "{\"operation\":\"update\",\"id\":\"x\",\"deleted\":[1]}",
                "{\"operation\":\"update\",\"id\":\"x\",\"deleted\":\"tier\"}"
            })
    void theSchemaShouldRefuseWhatTheReaderRefuses(String document) {
        agree(document);
    }

    private static void agree(String text) {
        Document document = Document.read(text);
        boolean readable = document.requests().stream().noneMatch(Request.Unreadable.class::isInstance);
        boolean valid = schema.validate(Json.read(text, JsonNode.class)).isEmpty();

        assertThat(valid)
                .as("%s by the schema; the reader: %s", text, document.requests())
                .isEqualTo(readable);
    }

    private static String document(Verb verb, String name, String value) {
        ObjectNode operation = Json.MAPPER.createObjectNode().put("operation", verb.word());
        if (verb.namesOne()) {
            operation.put("externalId", "A-1");
        }
        operation.putObject("properties").set(name, Json.read(value, JsonNode.class));
        return operation.toString();
    }
}
