package dev.serai.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A step that calls a kamelet, as it stands in a file.
 *
 * @param body the keys of the step: id, uri, parameters
 * @param id the step's id; its kamelet and line when it has none
 * @param kamelet the kamelet's name
 */
public record KameletCall(YamlMap body, String id, String kamelet) {
    private static final String SCHEME = "kamelet:";

    /** The call in a step's keys, when it is one; {@code kamelet:source} and {@code kamelet:sink} are none. */
    public static Optional<KameletCall> of(String eip, YamlMap body) {
        Optional<String> name = eip.equals("kamelet")
                ? body.text("name")
                : body.text("uri").filter(uri -> uri.startsWith(SCHEME)).map(uri -> uri.substring(SCHEME.length()));
        return name.map(text -> text.replaceFirst("[?/].*", ""))
                .filter(text -> !text.equals("source") && !text.equals("sink"))
                .map(text -> new KameletCall(body, body.text("id").orElseGet(() -> unnamed(eip, text, body)), text));
    }

    private static String unnamed(String eip, String kamelet, YamlMap body) {
        return eip.equals("from") ? "from" : kamelet + "-" + body.place().line();
    }

    /** Where the call stands. */
    public Place place() {
        return body.placeOf("uri");
    }

    /** Where the call and its parameters stand. */
    Places places() {
        return Places.of(place(), body.map("parameters").orElse(new YamlMap(place(), List.of())));
    }

    /** The parameters as written, single values only. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        body.map("parameters")
                .ifPresent(map -> map.entries().forEach(entry -> {
                    if (entry.value() instanceof YamlScalar scalar && !scalar.isNull()) {
                        parameters.put(entry.name(), scalar.text());
                    }
                }));
        return parameters;
    }
}
