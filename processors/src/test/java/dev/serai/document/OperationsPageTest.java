package dev.serai.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/reference/operations.md shows and lists is so. */
class OperationsPageTest {
    private static final Path HOME = Path.of(System.getProperty("serai.home"));

    @Test
    void bothExamplesShouldMeanTheSame() throws IOException {
        Document json = Document.read(blocks("json").get(0));
        Document xml = Document.read(blocks("xml").get(0));

        assertThat(json.requests()).hasSize(3).noneMatch(Request.Unreadable.class::isInstance);
        assertThat(xml.requests()).isEqualTo(json.requests());
    }

    @Test
    void everyPropertyShouldBeThereInBothForms() throws IOException {
        String page = page();

        assertThat(Stream.of(Property.values()).map(Property::json))
                .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
        assertThat(Stream.of(Property.values()).filter(property -> property.use() != Property.Use.TOLD))
                .allSatisfy(property -> assertThat(page).contains("`" + property.xml() + "`"));
    }

    @Test
    void everyOperationShouldBeThere() throws IOException {
        String page = page();

        assertThat(Stream.of(Verb.values()).map(Verb::word))
                .allSatisfy(word -> assertThat(page).contains("| `" + word + "` |"));
    }

    @Test
    void theSampleShouldBeReadable() throws IOException {
        Document orders = Document.read(Files.readAllBytes(HOME.resolve("samples/orders.xml")));

        assertThat(orders.requests()).hasSize(2).noneMatch(Request.Unreadable.class::isInstance);
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("(?s)```" + language + "\n(.*?)```")
                .matcher(page())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String page() throws IOException {
        return Files.readString(HOME.resolve("docs/reference/operations.md"));
    }
}
