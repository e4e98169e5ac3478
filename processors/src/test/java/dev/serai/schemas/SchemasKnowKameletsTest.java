package dev.serai.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.KameletDefinition;
import dev.serai.files.KameletDefinition.Property;
import dev.serai.files.PointKind;
import dev.serai.interaction.Json;
import dev.serai.scaffold.Format;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What schemas say of a kamelet's parameters is what the kamelet declares. */
class SchemasKnowKameletsTest {
    private static final Map<String, String> TYPES =
            Map.of("boolean", "boolean", "integer", "integer", "number", "number");

    @TestFactory
    Stream<DynamicTest> parametersShouldBeTheSame() {
        Map<String, KameletDefinition> kamelets =
                Generation.load(Home.of(EditorSchema.CHECKOUT)).kamelets();
        Map<String, JsonNode> declared = declared();
        return kamelets.values().stream()
                .map(kamelet ->
                        DynamicTest.dynamicTest(kamelet.name(), () -> same(kamelet, declared.get(kamelet.name()))));
    }

    private static void same(KameletDefinition kamelet, JsonNode schema) {
        assertThat(schema)
                .as("docs/schemas/%s has nothing on %s; add:%n%s", schemaOf(kamelet), kamelet.name(), draft(kamelet))
                .isNotNull();
        Map<String, Property> properties = new TreeMap<>(kamelet.properties());
        properties.remove(KameletDefinition.STEP);
        List<String> names = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);

        assertThat(names)
                .as("parameters of %s in docs/schemas/%s; add:%n%s", kamelet.name(), schemaOf(kamelet), draft(kamelet))
                .containsExactlyInAnyOrderElementsOf(properties.keySet());
        properties.values().forEach(property -> same(kamelet, property, schema));
    }

    private static void same(KameletDefinition kamelet, Property property, JsonNode schema) {
        String who = kamelet.name() + "." + property.name() + " in docs/schemas/" + schemaOf(kamelet);
        JsonNode declared = schema.path("properties").path(property.name());
        assertThat(texts(declared.path("enum"))).as(who).isEqualTo(property.choices());
        assertThat(declared.path("description").asText()).as(who).isEqualTo(property.description());
        if (TYPES.containsKey(property.type())) {
            assertThat(texts(declared.path("type"))).as(who).contains(TYPES.get(property.type()));
        }
        if (property.required() && property.fallback().isEmpty()) {
            assertThat(texts(schema.path("required"))).as(who).contains(property.name());
        }
    }

    /** What schemas say of the parameters, by kamelet. */
    private static Map<String, JsonNode> declared() {
        Map<String, JsonNode> found = new TreeMap<>();
        for (Format format : List.of(Format.STRATEGY, Format.ACCOUNT)) {
            EditorSchema.of(format)
                    .document()
                    .at("/definitions/to/allOf")
                    .forEach(rule -> found.put(
                            rule.at("/if/properties/uri/const").asText().replace("kamelet:", ""),
                            rule.at("/then/properties/parameters")));
        }
        for (PointKind kind : PointKind.values()) {
            Format format = formatOf(kind);
            JsonNode from = EditorSchema.of(format).document().at("/items/properties/route/properties/from/properties");
            found.put(from.at("/uri/const").asText().replace("kamelet:", ""), from.path("parameters"));
        }
        return found;
    }

    private static String schemaOf(KameletDefinition kamelet) {
        return switch (kamelet.name()) {
            case "smtp-sink" -> Format.ACCOUNT.schema();
            default ->
                Arrays.stream(PointKind.values())
                        .filter(kind -> kind.kamelet().equals(kamelet.name()))
                        .findFirst()
                        .map(SchemasKnowKameletsTest::formatOf)
                        .orElse(Format.STRATEGY)
                        .schema();
        };
    }

    private static Format formatOf(PointKind kind) {
        return Format.of("routes/capture/" + kind.prefix() + "x.camel.yaml").orElseThrow();
    }

    /** The part of the schema as it would have to be, to be pasted. */
    private static String draft(KameletDefinition kamelet) {
        Map<String, Object> properties = new TreeMap<>();
        List<String> required = new ArrayList<>();
        for (Property property : kamelet.properties().values()) {
            if (!property.name().equals(KameletDefinition.STEP)) {
                Object type = TYPES.containsKey(property.type())
                        ? List.of(property.type(), "string")
                        : List.of("string", "number", "boolean");
                properties.put(
                        property.name(),
                        property.choices().isEmpty()
                                ? Map.of("description", property.description(), "type", type)
                                : Map.of("description", property.description(), "enum", property.choices()));
                if (property.required()) {
                    required.add(property.name());
                }
            }
        }
        Map<String, Object> parameters =
                new TreeMap<>(Map.of("type", "object", "additionalProperties", false, "properties", properties));
        if (!required.isEmpty()) {
            parameters.put("required", required);
        }
        return Json.MAPPER
                .valueToTree(Map.of(
                        "if", Map.of("properties", Map.of("uri", Map.of("const", "kamelet:" + kamelet.name()))),
                        "then", Map.of("properties", Map.of("parameters", parameters))))
                .toPrettyString();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
