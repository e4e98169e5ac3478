package dev.serai.strategy;

import dev.serai.files.QueueDefinition;
import dev.serai.interaction.QueueName;

/** The queue that a step names. */
final class Queues {
    private Queues() {}

    /**
     * The one of the parameter `queue`.
     *
     * @param does what the step does there, for the error
     * @throws StrategyException when it is not declared, or the hub's own
     */
    static QueueName declared(Action.Step step, String does) throws StrategyException {
        return declared(step, step.text("queue"), does);
    }

    /** The one of a name. */
    static QueueName declared(Action.Step step, String name, String does) throws StrategyException {
        try {
            QueueName queue = QueueName.of(name);
            QueueDefinition definition =
                    step.run().playbook().generation().queues().get(queue);
            if (definition != null && !definition.isHubOwn()) {
                Houses.require(step, definition, "queue", name);
                return queue;
            }
        } catch (IllegalArgumentException notAName) {
            throw new StrategyException(step.definition().place() + ": " + notAName.getMessage(), notAName);
        }
        throw new StrategyException(step.definition().place() + ": step '"
                + step.definition().id() + "' " + does + " in queue '" + name
                + "', which config/queues/ does not declare");
    }
}
