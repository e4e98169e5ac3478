package dev.serai.check;

import dev.serai.files.Generation;
import dev.serai.files.Nearest;
import dev.serai.files.Problems;
import dev.serai.files.YamlScalar;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.apache.camel.catalog.EndpointValidationResult;
import org.jspecify.annotations.Nullable;

/** Finds unknown components, unknown or ill-typed endpoint options, and {@code direct:} without a route behind it. */
final class EndpointCheck implements Check {
    private final Catalog catalog;

    EndpointCheck(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public void check(Generation generation, Problems problems) {
        Set<String> consumed = new HashSet<>();
        YamlTree.ofRoutes(generation, (key, map) -> {
            if (key.equals("from")) {
                Endpoint.of(key, map).ifPresent(endpoint -> consumed.add(endpoint.uri()));
            }
        });
        YamlTree.ofRoutes(
                generation,
                (key, map) -> Endpoint.of(key, map)
                        .filter(endpoint -> !endpoint.scheme().equals("kamelet"))
                        .filter(endpoint -> !endpoint.isDynamic())
                        .ifPresent(endpoint -> endpoint(endpoint, consumed, problems)));
    }

    private void endpoint(Endpoint endpoint, Set<String> consumed, Problems problems) {
        String scheme = endpoint.scheme();
        if (scheme.startsWith("serai-")) {
            return;
        }
        if (!catalog.components().contains(scheme)) {
            problems.error(
                    endpoint.place(),
                    "unknown component '" + scheme + "' in '" + endpoint.uri() + "'"
                            + Nearest.hint(scheme, catalog.components()));
            return;
        }
        boolean inJava = endpoint.place().file().startsWith("routes/api/");
        boolean goes = scheme.equals("direct") && !endpoint.key().equals("from") && !inJava;
        if (goes && !consumed.contains(endpoint.uri())) {
            problems.error(
                    endpoint.place(),
                    "no route begins with '" + endpoint.uri() + "'" + Nearest.hint(endpoint.uri(), consumed));
        }
        options(endpoint, problems);
    }

    private void options(Endpoint endpoint, Problems problems) {
        EndpointValidationResult result = catalog.validate(withParameters(endpoint));
        if (result == null || result.isSuccess()) {
            return;
        }
        String of = "component '" + endpoint.scheme() + "'";
        for (String option : orEmpty(result.getUnknown())) {
            problems.error(
                    endpoint.placeOf(option),
                    "unknown option '" + option + "' of " + of
                            + Nearest.hint(option, catalog.options(endpoint.scheme())));
        }
        for (String option : orEmpty(result.getRequired())) {
            problems.error(endpoint.place(), "option '" + option + "' of " + of + " is missing");
        }
        typed(endpoint, result.getInvalidBoolean(), "true or false", problems);
        typed(endpoint, result.getInvalidInteger(), "a whole number", problems);
        typed(endpoint, result.getInvalidNumber(), "a number", problems);
        typed(endpoint, result.getInvalidDuration(), "a duration such as 30s", problems);
        orEmpty(result.getInvalidEnum())
                .forEach((option, value) -> problems.error(
                        endpoint.placeOf(option),
                        "option '" + option + "' of " + of + ": '" + value + "' is none of "
                                + String.join(", ", result.getEnumChoices(option))));
    }

    private static void typed(Endpoint endpoint, Map<String, String> invalid, String expected, Problems problems) {
        orEmpty(invalid)
                .forEach((option, value) -> problems.error(
                        endpoint.placeOf(option),
                        "option '" + option + "' of component '" + endpoint.scheme() + "': '" + value + "' is not "
                                + expected));
    }

    private static String withParameters(Endpoint endpoint) {
        StringJoiner query =
                new StringJoiner("&", endpoint.uri() + (endpoint.uri().contains("?") ? "&" : "?"), "");
        query.setEmptyValue(endpoint.uri());
        for (Map.Entry<String, YamlScalar> entry : endpoint.parameters().entrySet()) {
            query.add(entry.getKey() + "=" + entry.getValue().text().replaceAll("[&%+?#\\s]", "_"));
        }
        return query.toString();
    }

    private static Set<String> orEmpty(@Nullable Set<String> set) {
        return set == null ? Set.of() : set;
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : map;
    }
}
