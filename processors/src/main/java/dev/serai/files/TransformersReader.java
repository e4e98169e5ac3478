package dev.serai.files;

import dev.serai.files.TransformerDefinition.OnFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code config/transformers.yaml}. */
final class TransformersReader {
    static final String PATH = "config/transformers.yaml";
    private final Problems problems;

    TransformersReader(Problems problems) {
        this.problems = problems;
    }

    TransformersDefinition read(String text) {
        return YamlFile.parse(PATH, text).map(problems).map(this::read).orElse(TransformersDefinition.NONE);
    }

    private TransformersDefinition read(YamlMap map) {
        YamlReader keys = new YamlReader(map, problems);
        keys.text("description");
        TransformersDefinition definition = new TransformersDefinition(
                chain(keys, "inbound"),
                chain(keys, "outbound"),
                keys.truth("keepReceived", true),
                keys.truth("keepSent", true));
        keys.rejectUnknown();
        return definition;
    }

    private List<TransformerDefinition> chain(YamlReader keys, String direction) {
        List<TransformerDefinition> chain = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlNode item : keys.list(direction)) {
            if (!(item instanceof YamlMap map)) {
                problems.error(item.place(), "'" + direction + "' is a list of transformers, each with 'name', 'type'");
                continue;
            }
            TransformerDefinition transformer = transformer(map);
            if (!names.add(transformer.name())) {
                problems.error(
                        map.placeOf("name"), "transformer '" + transformer.name() + "' stands twice in " + direction);
            }
            chain.add(transformer);
        }
        return List.copyOf(chain);
    }

    private TransformerDefinition transformer(YamlMap map) {
        YamlReader keys = new YamlReader(map, problems);
        keys.required("name");
        TransformerDefinition transformer = new TransformerDefinition(
                keys.name("name").orElse(""),
                keys.required("type"),
                keys.truth("enabled", true),
                keys.choice("onFailure", OnFailure.class).orElse(OnFailure.BYPASS),
                keys.duration("deadline").orElse(Duration.ofSeconds(10)),
                keys.valueMap("config"),
                map.placeOf("name"));
        keys.text("description");
        keys.rejectUnknown();
        return transformer;
    }
}
