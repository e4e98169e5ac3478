package dev.serai.kaoto;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kamelet that ships shows in Kaoto as a form: annotations that it reads, and each parameter described. */
class KaotoKameletsTest {
    /** Kaoto shows them in its catalog and reads them without asking whether they are there. */
    private static final String ANNOTATIONS = """
              annotations:
                camel.apache.org/kamelet.support.level: Stable
                camel.apache.org/catalog.version: '0.1.0'
                camel.apache.org/kamelet.icon: (as in another kamelet of the same kind, at most 300 characters)
                camel.apache.org/provider: Serai
                camel.apache.org/kamelet.group: Strategy
                camel.apache.org/kamelet.namespace: Serai
            """;

    private static final int LARGEST_ICON = 300;
    private static final Set<String> TYPES = Set.of("string", "boolean", "integer", "number");

    private static final CamelSchema CANONICAL = CamelSchema.canonical();

    static Stream<ShippedFile> kamelets() {
        return ShippedFile.ending(".kamelet.yaml").stream();
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void aKameletShouldFitTheSchemaOfItsResource(ShippedFile file) {
        assertThat(KameletResource.errors(file.tree())).as(file.path()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void aKameletShouldSayWhatItIs(ShippedFile file) {
        JsonNode metadata = file.tree().path("metadata");
        String kind = file.stem().substring(file.stem().lastIndexOf('-') + 1);

        assertThat(metadata.path("name").asText()).isEqualTo(file.stem());
        assertThat(metadata.path("labels").path("camel.apache.org/kamelet.type").asText())
                .as("%s: metadata.labels, camel.apache.org/kamelet.type", file)
                .isEqualTo(kind);
        ANNOTATIONS
                .lines()
                .skip(1)
                .map(line -> line.strip().replaceFirst(":.*", ""))
                .forEach(
                        key -> assertThat(metadata.path("annotations").path(key).asText())
                                .as("%s: %s is missing; below metadata: write%n%s", file, key, ANNOTATIONS)
                                .isNotEmpty());
        assertThat(metadata.path("annotations")
                        .path("camel.apache.org/kamelet.icon")
                        .asText())
                .as("%s: icon", file)
                .startsWith("data:image/svg+xml;base64,")
                .hasSizeLessThan(LARGEST_ICON);
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void everyParameterShouldBeAFieldOfAForm(ShippedFile file) {
        JsonNode definition = file.tree().path("spec").path("definition");
        List<String> wrong = new ArrayList<>();
        described("the kamelet", definition, wrong);
        Set<String> required = new HashSet<>();
        definition.path("required").forEach(name -> required.add(name.asText()));
        for (Map.Entry<String, JsonNode> property :
                definition.path("properties").properties()) {
            required.remove(property.getKey());
            described(property.getKey(), property.getValue(), wrong);
            typed(property.getKey(), property.getValue(), wrong);
        }
        required.forEach(name -> wrong.add(name + ": required, but no property"));

        assertThat(wrong).as(file.path()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void aTemplateShouldBeACanonicalRoute(ShippedFile file) {
        JsonNode from = file.tree().path("spec").path("template").path("from");
        JsonNode route = ShippedFile.parsed("- route: {id: x, from: " + from + "}");

        assertThat(CANONICAL.errors(route)).as(file.path()).isEmpty();
        assertThat(file.withoutId())
                .as("%s: give each step of the template an id", file)
                .isEmpty();
    }

    @Test
    void aResourceThatIsNoneShouldBeNoticed() {
        assertThat(KameletResource.errors(ShippedFile.parsed("{apiVersion: camel.apache.org/v1, kind: Kamelet}")))
                .isNotEmpty();
        assertThat(KameletResource.errors(ShippedFile.parsed("""
                apiVersion: camel.apache.org/v1
                kind: Kamelet
                metadata: {name: x, annotations: {a: 1}}
                spec: {definition: {properties: {a: {typ: string}}}, template: {}}
                """))).hasSize(4);
    }

    private static void described(String name, JsonNode node, List<String> wrong) {
        String title = node.path("title").asText();
        if (title.isEmpty() || !Character.isUpperCase(title.charAt(0)) || title.endsWith(".")) {
            wrong.add(
                    name + ": title is '" + title + "', expected words that begin with a capital, without a full stop");
        }
        String description = node.path("description").asText();
        if (!description.endsWith(".") || description.startsWith(" ")) {
            wrong.add(name + ": description is '" + description + "', expected sentences that end with a full stop");
        }
    }

    private static void typed(String name, JsonNode node, List<String> wrong) {
        String type = node.path("type").asText();
        if (!TYPES.contains(type)) {
            wrong.add(name + ": type is '" + type + "', expected one of " + TYPES);
        }
        JsonNode fallback = node.path("default");
        if (!fallback.isMissingNode() && !fits(type, fallback)) {
            wrong.add(name + ": default " + fallback + " is no " + type);
        }
        if (node.has("example") && !fits(type, node.path("example"))) {
            wrong.add(name + ": example " + node.path("example") + " is no " + type);
        }
        if (node.has("enum") && !fallback.isMissingNode() && !contains(node.path("enum"), fallback)) {
            wrong.add(name + ": default " + fallback + " is none of " + node.path("enum"));
        }
    }

    private static boolean contains(JsonNode choices, JsonNode wanted) {
        for (JsonNode choice : choices) {
            if (choice.equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(String type, JsonNode value) {
        return switch (type) {
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            default -> value.isTextual();
        };
    }
}
