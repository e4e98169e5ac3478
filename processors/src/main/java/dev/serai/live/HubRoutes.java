package dev.serai.live;

import dev.serai.files.CamelResource;
import dev.serai.files.Generation;
import dev.serai.files.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.model.ModelCamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The routes of the context that the hub always has: capture points, the API, and engineers' own with a source. A new
 * generation touches only those that it changed.
 */
final class HubRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(HubRoutes.class);

    private final ModelCamelContext context;
    /** What runs, by id. */
    private final Map<String, HubRoute> routes = new HashMap<>();
    /** What is loaded beside routes, by path. */
    private final Map<String, CamelResource> others = new HashMap<>();
    /** What each loaded file gave to the context, by path. */
    private final Map<String, Loaded> loaded = new HashMap<>();

    HubRoutes(ModelCamelContext context) {
        this.context = context;
    }

    /** Loads everything; to be called before the context starts. */
    void load(Generation generation) throws RefusedException {
        try {
            for (CamelResource resource : others(generation).values()) {
                add(resource);
            }
            for (HubRoute route : HubRoute.of(generation).values()) {
                add(route);
            }
        } catch (RefusedException refused) {
            unload();
            throw refused;
        }
    }

    /** Nothing has started yet: another set may be tried. */
    void unload() throws RefusedException {
        for (String path : Set.copyOf(loaded.keySet())) {
            takeBack(path);
        }
        routes.clear();
        others.clear();
    }

    /**
     * Stops and removes what is gone, adds what is new, and replaces what changed; the rest is not touched.
     *
     * @throws RefusedException when Camel refuses a route; what was done until then stays done
     */
    void become(Generation generation) throws RefusedException {
        for (Step step : steps(generation)) {
            step.take();
        }
    }

    /**
     * As {@link #become}, for a set that ran before: what Camel refuses of it does not keep the rest from running.
     *
     * @return what Camel refuses now
     */
    List<Problem> restore(Generation generation) {
        List<Problem> refusals = new ArrayList<>();
        for (Step step : steps(generation)) {
            try {
                step.take();
            } catch (RefusedException refused) {
                LOG.error(
                        "a file that was live before does not run again problem={}",
                        refused.problems().get(0));
                refusals.addAll(refused.problems());
            }
        }
        return refusals;
    }

    /** One thing to do, which may fail alone. */
    private interface Step {
        void take() throws RefusedException;
    }

    /** In this order: of what is shared no running route is made any more when it is replaced. */
    private List<Step> steps(Generation generation) {
        Map<String, HubRoute> next = HubRoute.of(generation);
        Map<String, CamelResource> shared = others(generation);
        List<Step> steps = new ArrayList<>();
        routes.values().stream()
                .filter(route -> !route.equals(next.get(route.id())))
                .forEach(route -> steps.add(() -> remove(route)));
        others.values().stream()
                .filter(before -> !isApi(before.path()) && !before.equals(shared.get(before.path())))
                .forEach(before -> steps.add(() -> forget(before)));
        shared.values().stream()
                .filter(resource -> !isApi(resource.path()) && !resource.equals(others.get(resource.path())))
                .forEach(resource -> steps.add(() -> add(resource)));
        next.values().stream()
                .filter(route -> !route.equals(routes.get(route.id())))
                .forEach(route -> steps.add(() -> {
                    add(route);
                    LOG.info("route runs by the files that are live now route={}", route.id());
                }));
        return steps;
    }

    private void add(HubRoute route) throws RefusedException {
        loaded.put(route.resource().path(), Loaded.load(context, route.resource()));
        routes.put(route.id(), route);
    }

    private void remove(HubRoute route) throws RefusedException {
        takeBack(route.resource().path());
        routes.remove(route.id());
        LOG.info("route was stopped, its files changed or are gone route={}", route.id());
    }

    private void add(CamelResource resource) throws RefusedException {
        loaded.put(resource.path(), Loaded.load(context, resource));
        others.put(resource.path(), resource);
    }

    private void forget(CamelResource resource) throws RefusedException {
        takeBack(resource.path());
        others.remove(resource.path());
    }

    private void takeBack(String path) throws RefusedException {
        Loaded file = loaded.get(path);
        if (file == null) {
            return;
        }
        try {
            file.takeBack();
            loaded.remove(path);
        } catch (Exception failure) {
            throw Loading.refused(path, "Camel does not let it go", failure);
        }
    }

    /** Files of the API are read at start. */
    private static boolean isApi(String path) {
        return path.startsWith("routes/api/");
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
