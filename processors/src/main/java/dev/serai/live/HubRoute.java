package dev.serai.live;

import dev.serai.files.CamelResource;
import dev.serai.files.Generation;
import dev.serai.files.RouteFile;
import dev.serai.interaction.PointName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A route of the context that the hub always has, such as a mailbox's, with all that it is made of: equal ones need no
 * restart.
 *
 * @param madeOf its file, the kamelets that it calls, what all routes share, and the mailbox's parameters
 */
record HubRoute(String id, CamelResource resource, List<Object> madeOf) {
    private static final Pattern CALL = Pattern.compile("kamelet:([A-Za-z0-9-]+)");

    /** All of a generation, by id. */
    static Map<String, HubRoute> of(Generation generation) {
        Map<String, CamelResource> resources = new LinkedHashMap<>();
        generation.camelRoutes().forEach(resource -> resources.put(resource.path(), resource));
        List<Object> shared = shared(generation);
        Map<String, HubRoute> routes = new TreeMap<>();
        generation.routes().values().forEach(file -> {
            CamelResource resource = resources.get(file.path());
            if (resource != null
                    && file.route().isPresent()
                    && Belonging.of(resource, generation).toHub()) {
                List<Object> madeOf = new ArrayList<>(shared);
                madeOf.add(resource);
                madeOf.addAll(kamelets(resource.yaml(), generation, resources).values());
                madeOf.add(definition(file, generation));
                routes.put(file.id(), new HubRoute(file.id(), resource, List.copyOf(madeOf)));
            }
        });
        return routes;
    }

    /** Everything below routes/ that is neither a kamelet nor a route, such as route configurations. */
    private static List<Object> shared(Generation generation) {
        List<Object> shared = new ArrayList<>();
        generation.camelRoutes().stream()
                .filter(resource -> !resource.path().startsWith("routes/api/"))
                .filter(resource -> !resource.path().endsWith(".kamelet.yaml"))
                .filter(resource -> generation.routes().values().stream()
                        .noneMatch(file -> file.path().equals(resource.path())
                                && file.route().isPresent()))
                .forEach(shared::add);
        return shared;
    }

    /** The kamelets that a text calls, and those that they call. */
    private static Map<String, CamelResource> kamelets(
            String text, Generation generation, Map<String, CamelResource> resources) {
        Map<String, CamelResource> found = new TreeMap<>();
        TreeSet<String> todo = new TreeSet<>(called(text));
        while (!todo.isEmpty()) {
            var kamelet = generation.kamelets().get(Objects.requireNonNull(todo.pollFirst()));
            CamelResource resource = kamelet == null ? null : resources.get(kamelet.path());
            if (kamelet != null && resource != null && found.put(kamelet.name(), resource) == null) {
                todo.addAll(called(resource.yaml()));
            }
        }
        return found;
    }

    private static List<String> called(String text) {
        Matcher calls = CALL.matcher(text);
        List<String> names = new ArrayList<>();
        while (calls.find()) {
            names.add(calls.group(1));
        }
        return names;
    }

    private static Object definition(RouteFile file, Generation generation) {
        return file.pointKind().isEmpty()
                ? ""
                : generation
                        .pointDefinition(PointName.of(file.name()))
                        .map(Object.class::cast)
                        .orElse("");
    }
}
