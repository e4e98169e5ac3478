package dev.serai.check;

import dev.serai.files.Place;
import dev.serai.files.YamlMap;
import dev.serai.files.YamlScalar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An endpoint as it stands in a route.
 *
 * @param key the step that holds it: from, to, wireTap …
 * @param body the step's keys
 * @param uri the URI as written
 */
record Endpoint(String key, YamlMap body, String uri) {
    static Optional<Endpoint> of(String key, YamlMap body) {
        return body.text("uri").map(uri -> new Endpoint(key, body, uri));
    }

    String scheme() {
        int colon = uri.indexOf(':');
        return colon < 0 ? uri : uri.substring(0, colon);
    }

    /** What stands after the scheme, without the query. */
    String target() {
        return uri.substring(Math.min(uri.length(), scheme().length() + 1)).replaceFirst("\\?.*", "");
    }

    Place place() {
        return body.placeOf("uri");
    }

    /** Where an option stands, be it a parameter or in the URI. */
    Place placeOf(String option) {
        return body.map("parameters")
                .filter(parameters -> parameters.get(option).isPresent())
                .map(parameters -> parameters.placeOf(option))
                .orElseGet(this::place);
    }

    Map<String, YamlScalar> parameters() {
        Map<String, YamlScalar> parameters = new LinkedHashMap<>();
        body.map("parameters")
                .ifPresent(map -> map.entries().forEach(entry -> {
                    if (entry.value() instanceof YamlScalar scalar) {
                        parameters.put(entry.name(), scalar);
                    }
                }));
        return parameters;
    }

    /** Whether parts of it are known only at run time. */
    boolean isDynamic() {
        return key.equals("toD") || uri.contains("{{") || uri.contains("${");
    }
}
