package dev.serai.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.check.RouteSchema.Shape;
import dev.serai.files.Generation;
import dev.serai.files.Nearest;
import dev.serai.files.Problems;
import dev.serai.files.YamlList;
import dev.serai.files.YamlMap;
import dev.serai.files.YamlNode;
import dev.serai.files.YamlScalar;
import java.util.List;
import java.util.Set;

/** Finds keys and values that Camel's YAML DSL does not know. */
final class RouteSchemaCheck implements Check {
    /** Their keys are what components and kamelets declare, not the DSL. */
    private static final Set<String> FREE = Set.of("parameters");

    private final RouteSchema schema = RouteSchema.load();

    @Override
    public void check(Generation generation, Problems problems) {
        generation
                .routes()
                .values()
                .forEach(file -> file.yaml()
                        .root()
                        .filter(YamlList.class::isInstance)
                        .ifPresent(root -> node("the file", root, schema.file(), problems)));
        generation
                .kamelets()
                .values()
                .forEach(kamelet -> kamelet.yaml()
                        .map("spec")
                        .flatMap(spec -> spec.map("template"))
                        .flatMap(template -> template.map("from"))
                        .ifPresent(from -> node("from", from, schema.from(), problems)));
    }

    private void node(String key, YamlNode node, Shape shape, Problems problems) {
        if (node instanceof YamlMap map) {
            map(key, map, shape, problems);
        } else if (node instanceof YamlList list) {
            list(key, list, shape, problems);
        } else if (node instanceof YamlScalar scalar) {
            scalar(key, scalar, shape, problems);
        }
    }

    private void map(String key, YamlMap map, Shape shape, Problems problems) {
        if (!shape.types().isEmpty() && !shape.types().contains("object") && shape.isFree()) {
            unexpected(key, map, shape, problems);
            return;
        }
        if (shape.isFree()) {
            return;
        }
        if (shape.oneKey() && map.entries().size() > 1) {
            YamlMap.Entry second = map.entries().get(1);
            problems.error(
                    second.key().place(),
                    "'" + second.name() + "' stands beside '"
                            + map.entries().get(0).name()
                            + "' in one list item; begin an item of its own, '- " + second.name()
                            + ":', or indent it below");
            return;
        }
        for (YamlMap.Entry entry : map.entries()) {
            entry(key, entry, shape, problems);
        }
        shape.required().stream()
                .filter(name -> map.get(name).isEmpty() && shape.keys().containsKey(name))
                .filter(name -> !name.equals("expression"))
                .forEach(name -> problems.error(map.place(), "'" + key + "' needs '" + name + "'"));
    }

    private void entry(String key, YamlMap.Entry entry, Shape shape, Problems problems) {
        List<JsonNode> schemas = shape.keys().get(entry.name());
        if (schemas == null) {
            problems.error(
                    entry.key().place(),
                    "unknown key '" + entry.name() + "' in '" + key + "'"
                            + Nearest.hint(entry.name(), shape.keys().keySet()));
        } else if (!schemas.isEmpty() && !FREE.contains(entry.name())) {
            node(entry.name(), entry.value(), schema.shape(schemas), problems);
        }
    }

    private void list(String key, YamlList list, Shape shape, Problems problems) {
        if (shape.items().isEmpty()) {
            if (!shape.types().isEmpty()) {
                unexpected(key, list, shape, problems);
            }
            return;
        }
        Shape items = schema.shape(shape.items());
        String name = key.equals("steps") || key.equals("the file") ? "a list item of " + key : key;
        list.items().forEach(item -> node(name, item, items, problems));
    }

    private void scalar(String key, YamlScalar scalar, Shape shape, Problems problems) {
        boolean placeholder = scalar.text().contains("{{");
        if (scalar.isNull() || shape.types().isEmpty() || placeholder) {
            return;
        }
        boolean fits = shape.types().contains("string")
                || (shape.types().contains("boolean") && scalar.text().matches("true|false"))
                || (shape.types().contains("number") && scalar.text().matches("-?\\d+(\\.\\d+)?"))
                || (shape.types().contains("integer") && scalar.text().matches("-?\\d+"));
        boolean chosen = shape.choices().isEmpty() || shape.choices().contains(scalar.text());
        if (!fits) {
            unexpected(key, scalar, shape, problems);
        } else if (!chosen && shape.types().equals(Set.of("string"))) {
            problems.error(
                    scalar.place(),
                    "'" + key + "': '" + scalar.text() + "' is none of " + String.join(", ", shape.choices()));
        }
    }

    private static void unexpected(String key, YamlNode node, Shape shape, Problems problems) {
        problems.error(node.place(), "'" + key + "' must be " + words(shape.types()) + ", found " + node.kind());
    }

    private static String words(Set<String> types) {
        return String.join(
                " or ",
                types.stream()
                        .map(type -> switch (type) {
                            case "object" -> "keys with values";
                            case "array" -> "a list";
                            case "string" -> "a text";
                            case "boolean" -> "true or false";
                            default -> "a number";
                        })
                        .toList());
    }
}
