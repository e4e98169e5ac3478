package dev.serai.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.scaffold.Format;
import dev.serai.schemas.ReaderKeys.Asked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys, types and bounds: what a reader asks a file for is in its schema, and nothing else. */
class SchemasKnowWhatReadersReadTest {
    private record Readers(Format format, List<String> sources) {}

    /** A new reader of a format is one line here. */
    static Stream<Readers> readers() {
        return Stream.of(
                new Readers(Format.QUEUE, List.of("files/QueueReader")),
                new Readers(Format.TENANT, List.of("files/TenantReader")),
                new Readers(Format.DATABASE, List.of("lookup/DatabaseReader")),
                new Readers(Format.KAFKA, List.of("files/KafkaClusterReader")),
                new Readers(Format.CATEGORIES, List.of("category/CategoryBook")),
                new Readers(Format.CALENDAR, List.of("files/CalendarReader")),
                new Readers(
                        Format.SCREENING,
                        List.of(
                                "screening/RuleFile",
                                "screening/RuleReader",
                                "screening/RuleDefaults",
                                "screening/RuleTestReader")),
                new Readers(Format.TRANSFORMERS, List.of("files/TransformersReader")),
                new Readers(
                        Format.BOUNCES, List.of("bounces/BounceBook", "bounces/PatternReader", "bounces/PatternTest")),
                new Readers(Format.RESPONSE, List.of("response/ResponseReader")),
                new Readers(Format.LAYOUT, List.of("response/SheetReader", "response/QuotePrefix")),
                new Readers(Format.SIGNATURE, List.of("response/SheetReader")),
                new Readers(
                        Format.STRATEGY_TEST, List.of("trial/TrialTests", "trial/TestSituation", "trial/TestMail")));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void keysShouldBeTheSame(Readers readers) {
        Set<String> read = ReaderKeys.of(readers.sources()).values().stream()
                .map(Asked::key)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(SchemaKeys.of(EditorSchema.of(readers.format()).document()).keySet())
                .as(
                        "keys of docs/schemas/%s, and those that %s read",
                        readers.format().schema(), readers.sources())
                .containsExactlyInAnyOrderElementsOf(read);
    }

    @ParameterizedTest
    @MethodSource("readers")
    void typesAndBoundsShouldBeTheSame(Readers readers) {
        JsonNode document = EditorSchema.of(readers.format()).document();
        Map<String, List<JsonNode>> keys = SchemaKeys.of(document);
        List<String> wrong = new ArrayList<>();

        ReaderKeys.of(readers.sources())
                .values()
                .forEach(asked -> differs(asked, keys.get(asked.key()), document, wrong));

        assertThat(wrong).as("docs/schemas/" + readers.format().schema()).isEmpty();
    }

    private static void differs(Asked asked, @Nullable List<JsonNode> declared, JsonNode document, List<String> wrong) {
        if (declared == null || declared.stream().noneMatch(schema -> fits(asked, schema, document))) {
            wrong.add(asked + ", but the schema says " + declared);
        }
    }

    private static boolean fits(Asked asked, JsonNode declared, JsonNode document) {
        JsonNode schema = SchemaKeys.resolved(document, declared);
        String type = schema.path("type").asText();
        return switch (asked.as()) {
            case "truth" -> type.equals("boolean");
            case "number" ->
                schema.path("minimum").asText().equals(asked.least())
                        && schema.path("maximum").asText().equals(asked.most());
            case "duration", "size", "secret", "name" -> declared.toString().contains("/" + asked.as() + "\"");
            case "choice" -> schema.has("enum");
            case "list", "chain", "rules" -> type.equals("array");
            case "map", "reader", "textMap" -> type.equals("object");
            case "texts", "phrases", "addresses", "spans" -> schema.toString().contains("\"array\"");
            default -> !type.equals("boolean");
        };
    }
}
