package dev.serai.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the reference shows is what happens. */
class WorkedExamplesTest {
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");

    private record Example(String expression, String text, boolean matched, List<String> value) {
        static Example of(String row) {
            String[] cells = row.split("(?<!\\\\)\\|", -1);
            return new Example(
                    codes(cells[1]).get(0).replace("\\|", "|"),
                    codes(cells[2]).get(0),
                    cells[3].strip().startsWith("match"),
                    codes(cells[3]));
        }

        private static List<String> codes(String cell) {
            return CODE.matcher(cell)
                    .results()
                    .map((MatchResult code) -> code.group(1))
                    .toList();
        }
    }

    static Stream<Example> examples() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("serai.home"), "docs/reference/screening.md"));
        String section = page.substring(page.indexOf("## Worked examples"), page.indexOf("## Many rules"));
        return Arrays.stream(section.split("\n"))
                .filter(row -> row.startsWith("| `"))
                .map(Example::of);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void exampleOfTheReferenceShouldGiveItsResult(Example example) throws ExpressionException {
        ScreeningInput input = ScreeningInput.builder().body(example.text()).build();
        ScreeningResult result = AdHocRule.screen("rule", Expression.parse(example.expression()), input);
        assertThat(result.matched()).isEqualTo(example.matched());
        assertThat(result.values().entrySet().stream().flatMap(value -> Stream.of(value.getKey(), value.getValue())))
                .containsExactlyElementsOf(example.value());
    }
}
