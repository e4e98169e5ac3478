package dev.serai.files;

import dev.serai.calendar.BusinessCalendar;
import dev.serai.interaction.QueueName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the files of a generation in the order in which they build on each other. */
final class GenerationReader {
    private static final String ROUTES = "routes/";
    private static final String ROUTE = ".camel.yaml";
    private static final String KAMELET = ".kamelet.yaml";
    private final FileSet files;
    private final Problems problems = new Problems();

    GenerationReader(FileSet files) {
        this.files = files;
    }

    Generation read() {
        new FileNames(problems).check(files);
        SortedMap<String, KameletDefinition> kamelets = kamelets();
        SortedMap<String, RouteFile> routes = routes();
        StepCollector steps = new StepCollector(kamelets, problems);
        routes.values().forEach(file -> file.route().ifPresent(route -> steps.route(file.id(), route)));
        EndpointReader endpoints = new EndpointReader(problems);
        routes.values().forEach(endpoints::read);
        Definitions definitions = new Definitions(
                new TenantReader(problems).readAll(files),
                endpoints.points(),
                new KafkaClusterReader(problems).readAll(files),
                Collections.unmodifiableMap(endpoints.accounts()),
                Collections.unmodifiableMap(queues()),
                Collections.unmodifiableMap(calendars()),
                files.text(TransformersReader.PATH)
                        .map(text -> new TransformersReader(problems).read(text))
                        .orElse(TransformersDefinition.NONE),
                Collections.unmodifiableSortedMap(routes),
                Collections.unmodifiableMap(kamelets),
                Collections.unmodifiableMap(steps.steps()),
                camel(kamelets, routes, steps));
        return new Generation(files, definitions, problems.list());
    }

    private SortedMap<String, KameletDefinition> kamelets() {
        SortedMap<String, KameletDefinition> kamelets = new TreeMap<>();
        files.texts(ROUTES, KAMELET)
                .forEach((path, text) -> new KameletReader(problems)
                        .read(path, text)
                        .ifPresent(kamelet -> kamelets.put(kamelet.name(), kamelet)));
        return kamelets;
    }

    private SortedMap<String, RouteFile> routes() {
        SortedMap<String, RouteFile> routes = new TreeMap<>();
        files.texts(ROUTES, ROUTE).forEach((path, text) -> {
            RouteFile file = new RouteReader(problems).read(path, text);
            RouteFile before = routes.putIfAbsent(file.id(), file);
            if (before != null) {
                problems.error(Place.of(path, 1), "route id '" + file.id() + "' is also the name of " + before.path());
            }
        });
        return routes;
    }

    private Map<QueueName, QueueDefinition> queues() {
        Map<QueueName, QueueDefinition> queues = new TreeMap<>();
        files.texts("config/queues/", ".yaml")
                .forEach((path, text) ->
                        new QueueReader(problems).read(path, text).ifPresent(queue -> queues.put(queue.name(), queue)));
        return queues;
    }

    private Map<String, BusinessCalendar> calendars() {
        Map<String, BusinessCalendar> calendars = new TreeMap<>();
        files.texts("config/calendars/", ".yaml")
                .forEach((path, text) -> new CalendarReader(problems)
                        .read(path, text)
                        .ifPresent(calendar -> calendars.put(calendar.name(), calendar)));
        return calendars;
    }

    private static List<CamelResource> camel(
            Map<String, KameletDefinition> kamelets, SortedMap<String, RouteFile> routes, StepCollector steps) {
        List<CamelResource> resources = new ArrayList<>();
        kamelets.values().forEach(kamelet -> {
            YamlMap tree = steps.isKeyed(kamelet.name()) ? kamelet.declaringStep() : kamelet.yaml();
            resources.add(new CamelResource(kamelet.path(), CamelYaml.kamelet(tree, steps.keys())));
        });
        List<RouteFile> ordered = new ArrayList<>(routes.values());
        ordered.sort(Comparator.comparing(file -> !file.path().startsWith("routes/shared/")));
        for (RouteFile file : ordered) {
            Optional<YamlNode> root = file.yaml().root();
            root.ifPresent(
                    tree -> resources.add(new CamelResource(file.path(), CamelYaml.route(file, tree, steps.keys()))));
        }
        return List.copyOf(resources);
    }
}
