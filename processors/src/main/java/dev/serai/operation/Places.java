package dev.serai.operation;

import dev.serai.files.QueueDefinition;
import dev.serai.interaction.QueueName;
import java.util.Map;
import java.util.Optional;

/** Where somebody from outside may place an interaction: any declared queue but the hub's own. */
final class Places {
    private Places() {}

    static Optional<Refusal> refusal(Map<QueueName, QueueDefinition> queues, QueueName queue, String pointer) {
        QueueDefinition known = queues.get(queue);
        if (known == null) {
            return Optional.of(Refusal.undeclared(queue, pointer));
        }
        if (known.isHubOwn()) {
            return Optional.of(Refusal.field(
                    Code.INVALID_REQUEST,
                    pointer,
                    "queue '" + queue + "' is the hub's own; only the hub places interactions there"));
        }
        return Optional.empty();
    }
}
