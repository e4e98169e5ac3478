package dev.serai.store;

import dev.serai.interaction.QueueName;
import dev.serai.interaction.TenantName;
import java.util.Optional;

/**
 * Whose interactions may wait in which queue. The store asks at every arrival, whoever places it, and whenever work is
 * claimed; who wants to answer with words of its own asks before.
 */
@FunctionalInterface
public interface QueueTenants {
    /** As if all queues were shared. */
    QueueTenants SHARED = queue -> Optional.empty();

    /** Until the files are live: nothing is placed by whom nobody can judge. */
    QueueTenants UNKNOWN = queue -> {
        throw new IllegalStateException("whose queue '" + queue + "' is cannot be said before the files are live");
    };

    /** The tenant of a queue; empty where it is shared or not declared. */
    Optional<TenantName> of(QueueName queue);

    /** Whether a tenant's interactions may wait there. */
    default boolean admit(String tenant, QueueName queue) {
        return of(queue).map(owner -> owner.value().equals(tenant)).orElse(true);
    }

    /** @throws ForeignQueueException when another tenant's would wait there */
    default void require(WorkRow arriving) {
        if (!admit(arriving.tenant(), arriving.queue())) {
            throw new ForeignQueueException(arriving.tenant(), arriving.queue());
        }
    }
}
