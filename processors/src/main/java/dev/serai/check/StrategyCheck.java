package dev.serai.check;

import dev.serai.files.Generation;
import dev.serai.files.Nearest;
import dev.serai.files.Place;
import dev.serai.files.Problems;
import dev.serai.files.QueueDefinition;
import dev.serai.files.RouteFile;
import java.util.List;

/** Demands that each strategy queue has its strategy, each strategy its queue, each test its strategy. */
final class StrategyCheck implements Check {
    @Override
    public void check(Generation generation, Problems problems) {
        List<String> strategies =
                strategies(generation).stream().map(RouteFile::name).toList();
        for (QueueDefinition queue : generation.queues().values()) {
            if (queue.strategy()
                    && !queue.isHubOwn()
                    && !strategies.contains(queue.name().value())) {
                problems.error(
                        queue.places().of("strategy"),
                        "queue '" + queue.name() + "' says strategy: true, but there is no routes/strategies/"
                                + queue.strategyId() + ".camel.yaml"
                                + Nearest.guess(queue.name().value(), strategies));
            }
        }
        strategies(generation).forEach(file -> strategy(file, generation, problems));
        generation.strategyTests().keySet().forEach(path -> test(path, strategies, problems));
    }

    private static void strategy(RouteFile file, Generation generation, Problems problems) {
        List<String> queues = ActionCheck.names(generation.queues());
        if (!queues.contains(file.name())) {
            problems.error(
                    file.place(),
                    "strategy '" + file.id() + "' has no queue; declare config/queues/" + file.name()
                            + ".yaml with strategy: true" + Nearest.guess(file.name(), queues));
        }
        generation.queues().values().stream()
                .filter(queue -> queue.name().value().equals(file.name()) && !queue.strategy())
                .forEach(queue -> problems.error(
                        queue.places().of("strategy"),
                        "queue '" + queue.name() + "' has the strategy " + file.path()
                                + ", but says strategy: false; a queue is drained by a strategy or by clients, never"
                                + " both"));
        file.route().flatMap(route -> route.map("from")).ifPresent(from -> {
            String uri = from.text("uri").orElse("");
            if (!uri.equals("direct:" + file.id())) {
                problems.error(
                        from.placeOf("uri"), "a strategy begins with 'direct:" + file.id() + "', not '" + uri + "'");
            }
        });
    }

    private static void test(String path, List<String> strategies, Problems problems) {
        String stem = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\..*", "");
        if (!strategies.contains(stem.replaceFirst("^strategy-", ""))) {
            problems.error(Place.of(path, 1), "there is no strategy '" + stem + "' for this test");
        }
    }

    static List<RouteFile> strategies(Generation generation) {
        return generation.routes().values().stream()
                .filter(file -> file.kind() == RouteFile.Kind.STRATEGY)
                .toList();
    }
}
