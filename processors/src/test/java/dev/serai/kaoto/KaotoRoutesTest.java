package dev.serai.kaoto;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route that ships opens in Kaoto: canonical, valid, with ids and descriptions. */
class KaotoRoutesTest {
    private static final CamelSchema SHIPPED = CamelSchema.asShipped();
    private static final CamelSchema CANONICAL = CamelSchema.canonical();

    static Stream<ShippedFile> routes() {
        return ShippedFile.ending(".camel.yaml").stream();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aRouteShouldBeValid(ShippedFile file) {
        assertThat(SHIPPED.errors(file.tree())).as(file.path()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aRouteShouldBeCanonical(ShippedFile file) {
        assertThat(CANONICAL.errors(file.tree()))
                .as(
                        "%s: write steps as objects, to: {id: …, uri: …}, codes in quotes, and expressions as expression: {simple:"
                                + " {expression: …}}",
                        file)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void everyStepShouldHaveAnId(ShippedFile file) {
        assertThat(file.withoutId())
                .as("%s: give each step an id, or Kaoto makes one up", file)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aFileShouldHoldOneThingThatIsNamedLikeItAndDescribed(ShippedFile file) {
        assertThat(file.tree()).as(file.path()).hasSize(1);
        JsonNode only = file.tree().get(0).elements().next();

        assertThat(only.path("id").asText()).isEqualTo(file.stem());
        assertThat(only.path("description").asText())
                .as("%s: description", file)
                .endsWith(".");
    }

    @Test
    void shorthandShouldBeNoticed() {
        JsonNode to = route("{to: {id: x, uri: 'log:x'}}");
        JsonNode shortTo = route("{to: 'log:x'}");
        JsonNode inline = route("{setBody: {id: x, simple: '${body}'}}");
        JsonNode text = route("{setBody: {id: x, expression: {simple: '${body}'}}}");

        assertThat(CANONICAL.errors(to)).isEmpty();
        assertThat(SHIPPED.errors(shortTo)).isEmpty();
        assertThat(CANONICAL.errors(shortTo)).isNotEmpty();
        assertThat(CANONICAL.errors(inline)).isNotEmpty();
        assertThat(CANONICAL.errors(text)).isNotEmpty();
    }

    private static JsonNode route(String step) {
        return ShippedFile.parsed("- route: {id: x, from: {uri: 'direct:x', steps: [" + step + "]}}");
    }
}
