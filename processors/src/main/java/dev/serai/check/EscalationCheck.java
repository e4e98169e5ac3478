package dev.serai.check;

import dev.serai.files.Generation;
import dev.serai.files.Place;
import dev.serai.files.Problems;
import dev.serai.files.QueueDefinition;
import dev.serai.files.QueueDefinition.Escalation;
import dev.serai.interaction.QueueName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Checks where escalations lead, and that their steps can be reached. */
final class EscalationCheck implements Check {
    @Override
    public void check(Generation generation, Problems problems) {
        for (QueueDefinition queue : generation.queues().values()) {
            if (queue.isHubOwn() && !queue.escalations().isEmpty()) {
                problems.error(
                        queue.places().of("escalate"),
                        "queue '" + queue.name() + "' is the hub's own; its work is not escalated");
            }
            queue.escalations()
                    .forEach(step -> step.queue()
                            .ifPresent(target -> target(queue, target, step.place(), generation, problems)));
            unreachable(queue, problems);
        }
    }

    private static void target(
            QueueDefinition queue, QueueName target, Place place, Generation generation, Problems problems) {
        String who = "escalate of queue '" + queue.name() + "'";
        QueueCheck.declared(target.value(), place, generation, who, problems);
        QueueDefinition declared = generation.queues().get(target);
        if (target.equals(queue.name())) {
            problems.error(place, who + " leads to the queue itself");
        } else if (declared != null && declared.isHubOwn()) {
            problems.error(place, who + " leads to '" + target + "', which is the hub's own");
        } else {
            circle(queue.name(), target, generation)
                    .ifPresent(way -> problems.warning(
                            place, who + " goes in a circle: " + way + "; after 100 rounds it ends in quarantine"));
        }
    }

    private static java.util.Optional<String> circle(QueueName from, QueueName target, Generation generation) {
        List<QueueName> way = new ArrayList<>(List.of(from));
        return leadsBack(from, target, generation, way)
                ? java.util.Optional.of(way.stream().map(QueueName::value).collect(Collectors.joining(" to ")))
                : java.util.Optional.empty();
    }

    private static boolean leadsBack(QueueName from, QueueName at, Generation generation, List<QueueName> way) {
        boolean seen = way.contains(at);
        way.add(at);
        if (at.equals(from)) {
            return true;
        }
        QueueDefinition queue = generation.queues().get(at);
        if (queue != null && !seen) {
            for (Escalation step : queue.escalations()) {
                if (step.queue().isPresent() && leadsBack(from, step.queue().get(), generation, way)) {
                    return true;
                }
            }
        }
        way.remove(way.size() - 1);
        return false;
    }

    /** Nothing waits longer in a queue than until it is moved out of it. */
    private static void unreachable(QueueDefinition queue, Problems problems) {
        for (Escalation step : queue.escalations()) {
            boolean gone = queue.escalations().stream()
                    .anyMatch(earlier ->
                            earlier.queue().isPresent() && earlier.after().compareTo(step.after()) < 0);
            if (gone) {
                problems.warning(
                        step.place(),
                        "escalate of queue '" + queue.name()
                                + "': this step never comes, an earlier one has moved everything away");
            }
        }
    }
}
