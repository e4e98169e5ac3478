package dev.serai.files;

import dev.serai.files.TransformerDefinition.OnFailure;
import dev.serai.transform.TransformerStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code config/transformers.yaml}. */
final class TransformersReader {
    static final String PATH = "config/transformers.yaml";

    private static final Duration SHORTEST = Duration.ofMillis(10);
    /** Shorter than what a run of intake may take, which is ten deadlines of a strategy. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

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
                deadline(keys),
                keys.truth("debugLog", false),
                keys.map("config").map(this::config).orElse(Map.of()),
                places(map));
        keys.text("description");
        keys.rejectUnknown();
        return transformer;
    }

    private static Duration deadline(YamlReader keys) {
        Duration deadline = keys.duration("deadline").orElse(TransformerStep.DEFAULT_DEADLINE);
        if (deadline.compareTo(SHORTEST) < 0 || deadline.compareTo(LONGEST) > 0) {
            keys.error("deadline", "'deadline' is " + deadline.toMillis() + "ms; expected 10ms to 2m");
        }
        return deadline;
    }

    /** Each value as its text, each list as a list of texts; what they mean is the transformer's matter. */
    private Map<String, Object> config(YamlMap map) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (YamlMap.Entry entry : map.entries()) {
            if (entry.value() instanceof YamlScalar scalar && !scalar.isNull()) {
                values.put(entry.name(), scalar.text());
            } else if (entry.value() instanceof YamlList list
                    && list.items().stream().allMatch(YamlScalar.class::isInstance)) {
                values.put(entry.name(), texts(list));
            } else {
                problems.error(entry.value().place(), "'" + entry.name() + "' must be a value or a list of values");
            }
        }
        return values;
    }

    private static List<String> texts(YamlList list) {
        return list.items().stream().map(item -> ((YamlScalar) item).text()).toList();
    }

    private static Places places(YamlMap map) {
        Map<String, Place> places = new HashMap<>();
        map.entries().forEach(entry -> places.put(entry.name(), entry.key().place()));
        map.map("config")
                .ifPresent(config -> config.entries()
                        .forEach(entry -> places.put(
                                TransformerDefinition.CONFIG + entry.name(),
                                entry.key().place())));
        return new Places(map.placeOf("name"), places);
    }
}
