package dev.serai.queue;

import dev.serai.interaction.QueueName;
import dev.serai.store.OperateTable.Paused;
import dev.serai.store.Store;
import java.util.Set;
import java.util.stream.Collectors;

/** Which queues an operator paused, as the database last said. */
final class Pauses {
    private final Store store;
    private volatile Set<String> queues = Set.of();

    Pauses(Store store) {
        this.store = store;
    }

    void refresh() {
        queues = store.read(tx -> tx.operate().paused()).stream()
                .filter(paused -> paused.kind().equals("queue"))
                .map(Paused::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isPaused(QueueName queue) {
        return queues.contains(queue.value());
    }
}
