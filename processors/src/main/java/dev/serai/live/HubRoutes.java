package dev.serai.live;

import dev.serai.files.CamelResource;
import dev.serai.files.Generation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The routes of the context that the hub always has: capture points, the API, and engineers' own with a source. A new
 * generation touches only those that it changed.
 */
final class HubRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(HubRoutes.class);
    private static final String KAMELET = ".kamelet.yaml";

    private final ModelCamelContext context;
    private Map<String, HubRoute> routes = new HashMap<>();
    private Map<String, CamelResource> others = new HashMap<>();

    HubRoutes(ModelCamelContext context) {
        this.context = context;
    }

    /** Loads everything; to be called before the context starts. */
    void load(Generation generation) throws RefusedException {
        others = others(generation);
        routes = HubRoute.of(generation);
        try {
            for (CamelResource resource : others.values()) {
                Loading.load(context, resource);
            }
            for (HubRoute route : routes.values()) {
                Loading.load(context, route.resource());
            }
        } catch (RefusedException refused) {
            unload();
            throw refused;
        }
    }

    /** Nothing has started yet: another set may be tried. */
    private void unload() {
        for (RouteDefinition route : List.copyOf(context.getRouteDefinitions())) {
            if (routes.containsKey(route.getRouteId())) {
                context.getRouteDefinitions().remove(route);
            }
        }
        context.getRouteTemplateDefinitions().clear();
        context.getRestDefinitions().clear();
    }

    /**
     * Stops and removes what is gone, adds what is new, and replaces what changed; the rest is not touched.
     *
     * @throws RefusedException when Camel refuses a route; what was done until then stays done
     */
    void become(Generation generation) throws RefusedException {
        Map<String, HubRoute> next = HubRoute.of(generation);
        for (HubRoute route : Map.copyOf(routes).values()) {
            if (!route.equals(next.get(route.id()))) {
                remove(route);
            }
        }
        Map<String, CamelResource> shared = others(generation);
        shared.keySet().removeIf(HubRoutes::isApi);
        share(shared);
        for (HubRoute route : next.values()) {
            if (!routes.containsKey(route.id())) {
                Loading.load(context, route.resource());
                routes.put(route.id(), route);
                LOG.info("route runs by the files that are live now route={}", route.id());
            }
        }
    }

    private void remove(HubRoute route) throws RefusedException {
        try {
            RouteRemoval.remove(context, route.id());
            routes.remove(route.id());
            LOG.info("route was stopped, its files changed or are gone route={}", route.id());
        } catch (Exception failure) {
            throw Loading.refused(route.resource(), "Camel does not stop it", failure);
        }
    }

    /** Kamelets and what routes share, of which no running route is made any more where they changed. */
    private void share(Map<String, CamelResource> next) throws RefusedException {
        for (CamelResource before : Map.copyOf(others).values()) {
            if (!isApi(before.path()) && !before.equals(next.get(before.path()))) {
                forget(before);
            }
        }
        for (CamelResource resource : next.values()) {
            if (!others.containsKey(resource.path())) {
                Loading.load(context, resource);
                others.put(resource.path(), resource);
            }
        }
    }

    private void forget(CamelResource resource) throws RefusedException {
        try {
            if (resource.path().endsWith(KAMELET)) {
                context.removeRouteTemplates(name(resource.path()));
            }
            others.remove(resource.path());
        } catch (Exception failure) {
            throw Loading.refused(resource, "Camel does not let it go", failure);
        }
    }

    /** Files of the API are read at start. */
    private static boolean isApi(String path) {
        return path.startsWith("routes/api/");
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1).replace(KAMELET, "");
    }

    /** What is loaded beside routes; the API is loaded once. */
    private static Map<String, CamelResource> others(Generation generation) {
        Map<String, CamelResource> others = new LinkedHashMap<>();
        for (CamelResource resource : generation.camelRoutes()) {
            Optional<?> route = generation.routes().values().stream()
                    .filter(file -> file.path().equals(resource.path()))
                    .findFirst()
                    .flatMap(file -> file.route());
            if (route.isEmpty() && Belonging.of(resource, generation).toHub()) {
                others.put(resource.path(), Objects.requireNonNull(resource));
            }
        }
        return others;
    }
}
