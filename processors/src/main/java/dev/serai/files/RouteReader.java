package dev.serai.files;

import java.util.List;
import java.util.Optional;

/** Reads a {@code *.camel.yaml}: one route per file, named like the file. */
final class RouteReader {
    private final Problems problems;

    RouteReader(Problems problems) {
        this.problems = problems;
    }

    RouteFile read(String path, String text) {
        String id = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\..*", "");
        RouteFile.Kind kind = RouteFile.Kind.of(id);
        YamlFile yaml = YamlFile.parse(path, text);
        problems.addAll(yaml.problems());
        Optional<YamlMap> route = yaml.root().flatMap(root -> route(root, path, id, kind));
        if (yaml.root().isEmpty() && yaml.problems().isEmpty()) {
            problems.error(Place.of(path, 1), "the file is empty; expected one route");
        }
        return new RouteFile(id, path, kind, yaml, route);
    }

    private Optional<YamlMap> route(YamlNode root, String path, String id, RouteFile.Kind kind) {
        if (!(root instanceof YamlList list)) {
            problems.error(root.place(), "expected a list with one route, '- route:', found " + root.kind());
            return Optional.empty();
        }
        if (kind == RouteFile.Kind.API || path.startsWith("routes/shared/")) {
            return Optional.empty();
        }
        List<YamlMap.Entry> routes = list.items().stream()
                .filter(YamlMap.class::isInstance)
                .flatMap(item -> ((YamlMap) item).entries().stream())
                .toList();
        routes.stream().filter(entry -> !entry.name().equals("route")).forEach(this::notARoute);
        List<YamlMap.Entry> named =
                routes.stream().filter(entry -> entry.name().equals("route")).toList();
        if (named.size() > 1) {
            problems.error(named.get(1).key().place(), "a second route begins here; one file holds one route");
        }
        return named.stream()
                .map(YamlMap.Entry::value)
                .filter(YamlMap.class::isInstance)
                .map(YamlMap.class::cast)
                .findFirst()
                .map(route -> named(route, path, id));
    }

    private void notARoute(YamlMap.Entry entry) {
        String reason = switch (entry.name()) {
            case "from" -> "'from' stands alone; write '- route:' with id, description and from";
            case "rest", "routeConfiguration", "onException", "errorHandler", "beans" ->
                "'" + entry.name() + "' does not belong here; rest: goes to routes/api/, the others to"
                        + " routes/shared/";
            default -> "unknown key '" + entry.name() + "'" + Nearest.hint(entry.name(), List.of("route"));
        };
        problems.error(entry.key().place(), reason);
    }

    private YamlMap named(YamlMap route, String path, String id) {
        Optional<String> written = route.text("id");
        if (written.isEmpty()) {
            problems.error(route.place(), "the route has no id; expected id: " + id + ", the name of its file");
        } else if (!written.get().equals(id)) {
            problems.error(
                    route.placeOf("id"),
                    "route id '" + written.get() + "' is not the name of its file; expected '" + id + "'");
        }
        if (route.text("description").isEmpty()) {
            problems.error(
                    route.placeOf("id"), "route '" + id + "' has no description; say in a sentence what it does");
        }
        if (route.map("from").isEmpty()) {
            problems.error(route.placeOf("from"), "route '" + id + "' needs 'from' with uri and steps");
        }
        return route;
    }
}
