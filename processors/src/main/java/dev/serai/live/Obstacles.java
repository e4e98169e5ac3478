package dev.serai.live;

import dev.serai.files.Generation;
import dev.serai.files.Place;
import dev.serai.files.Problem;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.store.QueueDepth;
import dev.serai.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What speaks against a set of files right now, although nothing in it is wrong: work that it would leave behind. */
final class Obstacles {
    private static final Set<State> WAITING = Set.of(State.QUEUED, State.ROUTING, State.ASSIGNED, State.HELD);

    private final Store store;

    Obstacles(Store store) {
        this.store = store;
    }

    /** Obstacles to a change from one set to another; they go away by themselves when the work does. */
    List<Problem> between(Generation before, Generation after) {
        List<Problem> found = new ArrayList<>();
        List<QueueDepth> depths = store.read(tx -> tx.queueOverview().depths());
        for (QueueDefinition queue : before.queues().values()) {
            QueueDefinition next = after.queues().get(queue.name());
            if (next == null) {
                gone(queue.name(), count(depths, queue.name(), WAITING), found);
            } else if (next.strategy() && !queue.strategy()) {
                taken(queue.name(), count(depths, queue.name(), Set.of(State.ASSIGNED)), found);
            }
        }
        return found;
    }

    private static void gone(QueueName queue, long waiting, List<Problem> found) {
        if (waiting > 0) {
            found.add(Problem.error(
                    place(queue),
                    "queue '" + queue + "' holds " + interactions(waiting)
                            + ": keep its file until they were moved, answered or stopped"));
        }
    }

    private static void taken(QueueName queue, long assigned, List<Problem> found) {
        if (assigned > 0) {
            found.add(Problem.error(
                    place(queue),
                    "queue '" + queue + "' gets a strategy while clients have " + interactions(assigned)
                            + " of it: they complete or return them first"));
        }
    }

    private static Place place(QueueName queue) {
        return Place.of("config/queues/" + queue + ".yaml", 1);
    }

    private static String interactions(long count) {
        return count + (count == 1 ? " interaction" : " interactions");
    }

    private static long count(List<QueueDepth> depths, QueueName queue, Set<State> states) {
        return depths.stream()
                .filter(depth -> depth.queue().equals(queue) && states.contains(depth.state()))
                .mapToLong(QueueDepth::depth)
                .sum();
    }
}
