package dev.serai.kaoto;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.interaction.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A route or kamelet of the checkout.
 *
 * @param path relative to the checkout
 */
record ShippedFile(String path, JsonNode tree) {
    static final Path CHECKOUT = Path.of(System.getProperty("serai.home"));

    /** All files below routes/ with an ending. */
    static List<ShippedFile> ending(String ending) {
        try (Stream<Path> files = Files.walk(CHECKOUT.resolve("routes"))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .map(file -> new ShippedFile(CHECKOUT.relativize(file).toString(), parsed(read(file))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode parsed(String yaml) {
        return Json.MAPPER.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
    }

    String text() {
        return read(CHECKOUT.resolve(path));
    }

    String stem() {
        return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\..*", "");
    }

    /** Where a step, a branch or a call of the API has no id of its own. */
    List<String> withoutId() {
        List<String> found = new ArrayList<>();
        steps("", tree, found);
        return found;
    }

    private static void steps(String at, JsonNode node, List<String> found) {
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String place = at + "/" + entry.getKey();
            switch (entry.getKey()) {
                case "steps" ->
                    entry.getValue()
                            .forEach(step -> step.properties()
                                    .forEach(one -> named(place + "/" + one.getKey(), one.getValue(), found)));
                case "when", "get", "post", "put", "patch", "delete" ->
                    entry.getValue().forEach(branch -> named(place, branch, found));
                case "otherwise" -> named(place, entry.getValue(), found);
                default -> {
                    // only these are steps
                }
            }
            if (!entry.getKey().equals("parameters")) {
                steps(place, entry.getValue(), found);
            }
        }
        if (node.isArray()) {
            node.forEach(item -> steps(at, item, found));
        }
    }

    private static void named(String place, JsonNode step, List<String> found) {
        if (step.path("id").asText().isEmpty()) {
            found.add(place + " " + step);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return path;
    }
}
