package dev.serai.files;

import dev.serai.files.KameletDefinition.Property;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code routes/kamelets/<name>.kamelet.yaml}: what a kamelet takes and what it does. */
final class KameletReader {
    private final Problems problems;

    KameletReader(Problems problems) {
        this.problems = problems;
    }

    Optional<KameletDefinition> read(String path, String text) {
        String stem = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\..*", "");
        Optional<YamlMap> root = YamlFile.parse(path, text).map(problems);
        if (root.isEmpty()) {
            return Optional.empty();
        }
        YamlMap map = root.get();
        checkHead(map, path, stem);
        Optional<YamlMap> spec = map.map("spec");
        Optional<YamlMap> definition = spec.flatMap(found -> found.map("definition"));
        Optional<YamlMap> from = spec.flatMap(found -> found.map("template")).flatMap(found -> found.map("from"));
        if (definition.isEmpty() || from.isEmpty()) {
            problems.error(map.placeOf("spec"), "a kamelet needs spec.definition and spec.template.from");
            return Optional.empty();
        }
        List<YamlNode> steps =
                from.flatMap(found -> found.list("steps")).map(YamlList::items).orElse(List.of());
        return Optional.of(new KameletDefinition(stem, path, map, properties(definition.get()), steps));
    }

    private void checkHead(YamlMap map, String path, String stem) {
        if (!map.text("kind").orElse("").equals("Kamelet")) {
            problems.error(map.placeOf("kind"), "expected kind: Kamelet");
        }
        Optional<YamlMap> metadata = map.map("metadata");
        String name = metadata.flatMap(found -> found.text("name")).orElse("");
        if (!name.equals(stem)) {
            Place place = metadata.map(found -> found.placeOf("name")).orElse(Place.of(path, 1));
            problems.error(place, "metadata.name is '" + name + "', but the file's name says '" + stem + "'");
        }
        if (!stem.matches(".+-(source|action|sink)")) {
            problems.error(
                    Place.of(path, 1), "a kamelet's name ends in -source, -action or -sink, '" + stem + "' does not");
        }
    }

    private Map<String, Property> properties(YamlMap definition) {
        Set<String> required = definition
                .list("required")
                .map(list -> list.items().stream()
                        .filter(YamlScalar.class::isInstance)
                        .map(item -> ((YamlScalar) item).text())
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
        Map<String, Property> properties = new LinkedHashMap<>();
        definition
                .map("properties")
                .ifPresent(found -> found.entries().forEach(entry -> {
                    if (entry.value() instanceof YamlMap map) {
                        properties.put(entry.name(), property(entry.name(), map, required.contains(entry.name())));
                    }
                }));
        return Collections.unmodifiableMap(properties);
    }

    private static Property property(String name, YamlMap map, boolean required) {
        List<String> choices = map.list("enum")
                .map(list -> list.items().stream()
                        .filter(YamlScalar.class::isInstance)
                        .map(item -> ((YamlScalar) item).text())
                        .toList())
                .orElse(List.of());
        return new Property(
                name,
                map.text("description").orElse(""),
                map.text("type").orElse("string"),
                map.text("default"),
                required,
                choices);
    }
}
