package dev.serai.files;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kamelet from {@code routes/kamelets/}.
 *
 * @param name the file's stem, ending in -source, -action or -sink
 * @param path its file
 * @param yaml the whole tree
 * @param properties the declared parameters by name
 * @param steps the steps of its template
 */
public record KameletDefinition(
        String name, String path, YamlMap yaml, Map<String, Property> properties, List<YamlNode> steps) {
    /** The parameter by which a step tells who it is; a kamelet that declares it receives its parameters exactly. */
    public static final String STEP = "step";

    /**
     * A declared parameter.
     *
     * @param type string, boolean, integer or number
     * @param fallback its default, when it has one
     * @param required whether it must be given
     * @param choices the only values allowed; empty = any
     */
    public record Property(
            String name,
            String description,
            String type,
            Optional<String> fallback,
            boolean required,
            List<String> choices) {}

    /** The tree with the parameter {@value #STEP} declared, for a kamelet that contains steps of ours. */
    YamlMap declaringStep() {
        if (isExact()) {
            return yaml;
        }
        Place nowhere = Place.of(path);
        YamlMap step = new YamlMap(
                nowhere,
                List.of(new YamlMap.Entry(
                        new YamlScalar(nowhere, "type", YamlScalar.Type.TEXT),
                        new YamlScalar(nowhere, "string", YamlScalar.Type.TEXT))));
        return yaml.with(List.of("spec", "definition", "properties"), STEP, step);
    }

    /** Whether parameters arrive exactly, looked up by the step's key. */
    public boolean isExact() {
        return properties.containsKey(STEP);
    }
}
