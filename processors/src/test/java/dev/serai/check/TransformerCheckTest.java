package dev.serai.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.Problem;
import dev.serai.files.Problems;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TransformerCheckTest {

    @Test
    void eachValueOfAConfigShouldBeNamedAtItsOwnLine() {
        assertThat(check("""
                inbound:
                  - name: outlook
                    type: tnef
                    config:
                      maxSize: huge
                      maxsizes: 1MB
                """))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith(
                                        "config/transformers.yaml:5: transformer 'outlook': maxSize is 'huge'; expected a size"),
                        second -> assertThat(second)
                                .startsWith("config/transformers.yaml:6: transformer 'outlook': unknown key 'maxsizes'")
                                .contains("did you mean 'maxSize'?"));
    }

    @Test
    void classThatIsMissingShouldBeNamedAtItsType() {
        assertThat(check("""
                inbound:
                  - name: mine
                    type: com.example.Missing
                """))
                .singleElement()
                .asString()
                .contains(
                        "config/transformers.yaml:3:",
                        "transformer type is 'com.example.Missing', and no jar in lib/ has a class of that name");
    }

    @Test
    void classOfTheWrongKindAndOneWithoutItsConstructorShouldBeNamed() {
        assertThat(check("""
                outbound:
                  - name: wrong
                    type: java.lang.Object
                  - name: closed
                    type: java.lang.Integer
                """))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains(
                                        ":3:",
                                        "class 'java.lang.Object' is of the wrong kind; expected a dev.serai.transform"),
                        second -> assertThat(second).contains(":5:", "a public constructor without parameters"));
    }

    @Test
    void transformerWithoutATypeShouldBeNamedOnce() {
        assertThat(check("""
                inbound:
                  - name: mine
                """)).singleElement().asString().contains(":2: 'type' is missing");
    }

    @Test
    void transformerOfTheOtherDirectionShouldBeNamed() {
        assertThat(check("""
                outbound:
                  - name: outlook
                    type: tnef
                """)).singleElement().asString().contains(":3:", "type 'tnef' does not serve outbound mail");
    }

    private static List<String> check(String yaml) {
        Generation generation = Generation.of(FileSet.ofTexts(Map.of("config/transformers.yaml", yaml)));
        Problems problems = new Problems();
        problems.addAll(generation.problems());
        new TransformerCheck().check(generation, problems);
        return problems.list().stream()
                .filter(problem -> problem.toString().startsWith("config/transformers.yaml"))
                .map(Problem::toString)
                .toList();
    }
}
