package dev.serai.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The reference pages say what the code declares, no more and no less. */
class ReferencePagesTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("serai.home"));

    @Test
    void theConfigurationPageShouldHaveEverySettingAsItIsDeclared() throws IOException {
        List<String> expected = SettingKeys.all().stream()
                .map(key -> "| `" + key.name() + "` | " + (key.fallback().isEmpty() ? "" : "`" + key.fallback() + "`")
                        + " | " + key.unit().replace(" | ", ", ") + " | " + key.meaning() + " " + key.consequence()
                        + " |")
                .toList();

        assertThat(rows("docs/reference/configuration.md", "| `serai.")).containsExactlyElementsOf(expected);
    }

    @Test
    void theKameletPageShouldHaveEveryKameletWithItsParameters() throws IOException {
        String page = Files.readString(CHECKOUT.resolve("docs/reference/kamelets.md"));

        for (KameletDefinition kamelet :
                Generation.load(Home.of(CHECKOUT)).kamelets().values()) {
            assertThat(page).contains("## " + kamelet.name() + "\n");
            int begin = page.indexOf("## " + kamelet.name() + "\n") + 3;
            int end = page.indexOf("\n## ", begin);
            Set<String> parameters = new TreeSet<>(kamelet.properties().keySet());
            parameters.remove(KameletDefinition.STEP);
            Set<String> documented = new TreeSet<>();
            page.substring(begin, end < 0 ? page.length() : end)
                    .lines()
                    .filter(line -> line.startsWith("| `"))
                    .forEach(line -> documented.add(line.substring(3, line.indexOf('`', 3))));

            assertThat(documented).as(kamelet.name()).isEqualTo(parameters);
        }
    }

    private static List<String> rows(String page, String prefix) throws IOException {
        return Files.readAllLines(CHECKOUT.resolve(page)).stream()
                .filter(line -> line.startsWith(prefix))
                .toList();
    }
}
