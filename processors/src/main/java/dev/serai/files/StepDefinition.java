package dev.serai.files;

import java.util.Map;
import java.util.Optional;

/**
 * A step of a route that calls a kamelet of ours, with its parameters exactly as written.
 *
 * @param key {@code <routeId>/<stepId>}; inside an engineer's kamelet {@code <routeId>/<stepId>/<inner step>}
 * @param id the step's own id
 * @param kamelet the kamelet's name, such as place-action
 * @param parameters as written, the kamelet's defaults filled in
 * @param because a readable sentence: under which condition the step runs
 * @param places where it stands, and where each parameter does
 */
public record StepDefinition(
        String key, String id, String kamelet, Map<String, String> parameters, String because, Places places) {
    /** Keeps a copy. */
    public StepDefinition {
        parameters = Map.copyOf(parameters);
    }

    /** Where it stands. */
    public Place place() {
        return places.whole();
    }

    /** The route that the step belongs to. */
    public String routeId() {
        return key.substring(0, key.indexOf('/'));
    }

    /** A parameter that is given and not empty, or has a default. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isBlank());
    }

    /**
     * A parameter that {@code check} made sure of.
     *
     * @throws IllegalArgumentException when it is missing all the same
     */
    public String get(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        place() + ": step '" + id + "' (" + kamelet + ") has no parameter '" + name + "'"));
    }
}
