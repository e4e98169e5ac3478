package dev.serai.strategy;

import dev.serai.files.QueueDefinition;
import dev.serai.interaction.QueueName;

/** Ending: the interaction waits in a queue. */
final class PlaceAction extends Action {
    @Override
    void act(Step step) throws StrategyException {
        String priority = step.text("priority");
        if (!priority.isEmpty()) {
            step.run().priority(Numbers.whole(step, "priority", priority));
        }
        step.end(new Ending.Place(queue(step)));
    }

    private static QueueName queue(Step step) throws StrategyException {
        String name = step.text("queue");
        try {
            QueueName queue = QueueName.of(name);
            QueueDefinition definition =
                    step.run().playbook().generation().queues().get(queue);
            if (definition != null && !definition.isHubOwn()) {
                return queue;
            }
        } catch (IllegalArgumentException notAName) {
            throw new StrategyException(step.definition().place() + ": " + notAName.getMessage(), notAName);
        }
        throw new StrategyException(step.definition().place() + ": step '"
                + step.definition().id() + "' places in queue '" + name + "', which config/queues/ does not declare");
    }
}
