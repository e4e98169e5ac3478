package dev.serai.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.scaffold.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What ships, and what the documents show, fits the schemas. */
class SchemasFitFilesTest {
    private static final Pattern BLOCK =
            Pattern.compile("(?ms)^```(?:yaml|text)\n((?:---\n)?# ((?:routes|config)/\\S+)\n.*?)^```$");

    @TestFactory
    Stream<DynamicTest> everyShippedFileShouldFitItsSchema() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String folder : List.of("routes", "config")) {
            try (Stream<Path> paths = Files.walk(EditorSchema.CHECKOUT.resolve(folder))) {
                for (Path path : paths.filter(Files::isRegularFile).toList()) {
                    String relative = EditorSchema.CHECKOUT.relativize(path).toString();
                    if (Format.of(relative).isPresent()) {
                        files.put(relative, Files.readString(path));
                    }
                }
            }
        }
        assertThat(files).hasSizeGreaterThan(30);
        return files.entrySet().stream().map(file -> fits(file.getKey(), file.getKey(), file.getValue()));
    }

    @TestFactory
    Stream<DynamicTest> everyFileInTheDocumentsShouldFitItsSchema() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> pages = Files.walk(EditorSchema.CHECKOUT.resolve("docs"))) {
            for (Path page :
                    pages.filter(path -> path.toString().endsWith(".md")).toList()) {
                Matcher blocks = BLOCK.matcher(Files.readString(page));
                while (blocks.find()) {
                    String path = blocks.group(2);
                    if (Format.of(path).isPresent()) {
                        tests.add(fits(page.getFileName() + " " + path, path, blocks.group(1)));
                    }
                }
            }
        }
        assertThat(tests).hasSizeGreaterThan(15);
        return tests.stream();
    }

    @Test
    void everySchemaShouldBeOfAFormatAndEveryFormatHaveOne() throws IOException {
        try (Stream<Path> files = Files.list(EditorSchema.CHECKOUT.resolve("docs/schemas"))) {
            assertThat(files.map(path -> path.getFileName().toString()).filter(name -> name.endsWith(".json")))
                    .as("formats of files, operations and events")
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    Arrays.stream(Format.values()).map(Format::schema),
                                    Stream.of("operation.schema.json", "event.schema.json"))
                            .toList());
        }
    }

    private static DynamicTest fits(String name, String path, String text) {
        return DynamicTest.dynamicTest(name, () -> {
            Format format = Format.of(path).orElseThrow();
            assertThat(EditorSchema.of(format).errors(format, text))
                    .as("%s by docs/schemas/%s", name, format.schema())
                    .isEmpty();
        });
    }
}
