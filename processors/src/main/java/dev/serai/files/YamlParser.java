package dev.serai.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Turns the text of one YAML file into nodes with places. Depth is bounded by {@value #MAX_DEPTH}. */
final class YamlParser {
    private static final int MAX_DEPTH = 100;
    private final String path;
    private final Problems problems;

    YamlParser(String path, Problems problems) {
        this.path = path;
        this.problems = problems;
    }

    Optional<YamlNode> parse(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(path)
                .setSchema(new CoreSchema())
                .setAllowNonScalarKeys(false)
                .build();
        try {
            List<Node> documents = new ArrayList<>();
            new Compose(settings).composeAllFromString(text).forEach(documents::add);
            if (documents.size() > 1) {
                problems.error(place(documents.get(1)), "a second YAML document begins here; one file holds one thing");
            }
            return documents.stream().findFirst().map(node -> convert(node, 0));
        } catch (MarkedYamlEngineException e) {
            problems.addAll(List.of(YamlSyntaxError.explain(path, text, e)));
        } catch (YamlEngineException e) {
            problems.error(Place.of(path, 1), "not valid YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    private YamlNode convert(Node node, int depth) {
        Place place = place(node);
        if (depth > MAX_DEPTH) {
            problems.error(place, "nested more than " + MAX_DEPTH + " levels deep");
            return new YamlScalar(place, "", YamlScalar.Type.NULL);
        }
        if (node instanceof MappingNode mapping) {
            return map(mapping, place, depth);
        }
        if (node instanceof SequenceNode sequence) {
            return new YamlList(
                    place,
                    sequence.getValue().stream()
                            .map(item -> convert(item, depth + 1))
                            .toList());
        }
        ScalarNode scalar = (ScalarNode) node;
        return new YamlScalar(place, scalar.getValue(), type(scalar));
    }

    private YamlMap map(MappingNode mapping, Place place, int depth) {
        List<YamlMap.Entry> entries = new ArrayList<>();
        Map<String, Place> seen = new HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
                problems.error(place(tuple.getKeyNode()), "a key must be a single value");
                continue;
            }
            YamlScalar key = new YamlScalar(place(scalar), scalar.getValue(), YamlScalar.Type.TEXT);
            Place before = seen.putIfAbsent(key.text(), key.place());
            if (before != null) {
                problems.error(key.place(), "key '" + key.text() + "' stands twice, first on line " + before.line());
                continue;
            }
            entries.add(new YamlMap.Entry(key, convert(tuple.getValueNode(), depth + 1)));
        }
        return new YamlMap(place, entries);
    }

    private static YamlScalar.Type type(ScalarNode scalar) {
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.INT)) {
            return YamlScalar.Type.INTEGER;
        } else if (tag.equals(Tag.FLOAT)) {
            return YamlScalar.Type.DECIMAL;
        } else if (tag.equals(Tag.BOOL)) {
            return YamlScalar.Type.BOOLEAN;
        }
        return tag.equals(Tag.NULL) ? YamlScalar.Type.NULL : YamlScalar.Type.TEXT;
    }

    private Place place(Node node) {
        Optional<Mark> mark = node.getStartMark();
        return mark.map(m -> new Place(path, m.getLine() + 1, m.getColumn() + 1))
                .orElse(Place.of(path));
    }
}
