package dev.serai.check;

import dev.serai.files.Generation;
import dev.serai.files.Nearest;
import dev.serai.files.Problems;
import dev.serai.files.QueueDefinition;
import dev.serai.files.RouteFile;
import dev.serai.files.StepDefinition;
import dev.serai.interaction.QueueName;
import java.util.Set;

/** Finds calendars that queues and steps name and that are not there. */
final class HoursCheck implements Check {
    @Override
    public void check(Generation generation, Problems problems) {
        generation.queues().values().forEach(queue -> queue(queue, generation, problems));
        generation.steps().values().stream()
                .filter(step -> step.kamelet().equals("hours-action"))
                .forEach(step -> step(step, generation, problems));
    }

    private static void queue(QueueDefinition queue, Generation generation, Problems problems) {
        queue.hours()
                .filter(name -> isMissing(name, generation))
                .ifPresent(name -> problems.error(
                        queue.places().of("hours"),
                        "hours of queue '" + queue.name() + "': there is no config/calendars/" + name + ".yaml"
                                + Nearest.hint(name, generation.calendars().keySet())));
    }

    private static void step(StepDefinition step, Generation generation, Problems problems) {
        step.find("calendar")
                .filter(name -> !name.contains("${") && isMissing(name, generation))
                .ifPresent(name -> problems.error(
                        step.places().of("calendar"),
                        "step '" + step.id() + "': there is no config/calendars/" + name + ".yaml"
                                + Nearest.hint(name, generation.calendars().keySet())));
        RouteFile route = generation.routes().get(step.routeId());
        if (step.find("calendar").isEmpty() && route != null && route.kind() == RouteFile.Kind.STRATEGY) {
            QueueDefinition queue = generation.queues().get(QueueName.of(route.name()));
            if (queue != null && queue.hours().isEmpty()) {
                problems.error(
                        step.place(),
                        "step '" + step.id() + "' names no 'calendar', and queue '" + queue.name()
                                + "' has no 'hours' that it could go by");
            }
        }
    }

    /** A calendar with errors is there; its own file is complained about. */
    private static boolean isMissing(String name, Generation generation) {
        Set<String> paths = generation.files().paths();
        return !paths.contains("config/calendars/" + name + ".yaml");
    }
}
