package dev.serai.operation;

import dev.serai.files.Belonging;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.QueueName;
import dev.serai.store.QueueTenants;
import java.util.Map;
import java.util.Optional;

/** Where somebody from outside may place an interaction: any queue that is shared or its tenant's, but the hub's own. */
final class Places {
    private Places() {}

    /** @param tenant whose interaction it is: another's queue is not there for it */
    static Optional<Refusal> refusal(
            Map<QueueName, QueueDefinition> queues, QueueName queue, String tenant, String pointer) {
        QueueDefinition known = queues.get(queue);
        if (known == null || !Belonging.may(tenant, known)) {
            return Optional.of(Refusal.undeclared(queue, tenant, pointer));
        }
        if (known.isHubOwn()) {
            return Optional.of(Refusal.field(
                    Code.INVALID_REQUEST,
                    pointer,
                    "queue '" + queue + "' is the hub's own; only the hub places interactions there"));
        }
        return Optional.empty();
    }

    /** Why it cannot wait again where it waited: the queue became another tenant's. */
    static Optional<Refusal> foreign(QueueTenants tenants, QueueName queue, String tenant) {
        return tenants.admit(tenant, queue)
                ? Optional.empty()
                : Optional.of(
                        Refusal.of(
                                Code.UNDECLARED_QUEUE,
                                "queue '" + queue
                                        + "' is no longer declared for all or for its tenant; move the interaction to another"));
    }
}
