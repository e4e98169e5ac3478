package dev.serai.check;

import dev.serai.files.Generation;
import dev.serai.files.Nearest;
import dev.serai.files.Place;
import dev.serai.files.Problems;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.QueueName;
import java.util.List;
import java.util.Optional;

/** Finds queues that are named but not declared. */
final class QueueCheck implements Check {
    @Override
    public void check(Generation generation, Problems problems) {
        generation
                .points()
                .forEach(point -> declared(
                        point.queue().value(),
                        point.places().of("queue"),
                        generation,
                        "capture point '" + point.name() + "'",
                        problems));
        for (QueueDefinition queue : generation.queues().values()) {
            queue(queue, generation, problems);
        }
        for (QueueName own : List.of(QueueDefinition.INTAKE, QueueDefinition.DISPATCH)) {
            if (!generation.queues().containsKey(own)) {
                problems.error(Place.of("config/queues/" + own + ".yaml", 1), "the hub needs its queue '" + own + "'");
            }
        }
    }

    private static void queue(QueueDefinition queue, Generation generation, Problems problems) {
        String who = "queue '" + queue.name() + "'";
        queue.onError().ifPresent(target -> {
            declared(target.value(), queue.places().of("onError"), generation, "onError of " + who, problems);
            if (target.equals(queue.name())) {
                problems.error(queue.places().of("onError"), "onError of " + who + " is the queue itself");
            }
        });
        if (queue.onError().isPresent() && !queue.strategy()) {
            problems.warning(
                    queue.places().of("onError"), "onError of " + who + " has no effect; no strategy drains it");
        }
        if (queue.isHubOwn() && queue.strategy()) {
            problems.error(queue.places().of("strategy"), who + " is the hub's own and takes no strategy");
        }
    }

    /** Notes an error when a queue is not declared. */
    static void declared(String name, Place place, Generation generation, String who, Problems problems) {
        List<String> queues = ActionCheck.names(generation.queues());
        boolean known = Optional.of(name).filter(queues::contains).isPresent() || name.contains("{{");
        if (!known) {
            problems.error(
                    place,
                    who + " names queue '" + name + "', which is not declared in config/queues"
                            + Nearest.hint(name, queues));
        }
    }
}
