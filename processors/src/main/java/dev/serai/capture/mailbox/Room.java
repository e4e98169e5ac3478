package dev.serai.capture.mailbox;

import dev.serai.capture.CaptureEnvironment;
import dev.serai.files.QueueDefinition;
import dev.serai.store.Store;

/** What the hub has room for, shared by all mailboxes: memory for mails on their way, and work for intake. */
record Room(ByteBudget budget, IntakePressure intake) {

    static Room of(CaptureEnvironment environment) {
        Store store = environment.store();
        return new Room(
                ByteBudget.ofHeap(),
                new IntakePressure(
                        environment.limits().maxIntakeBacklog(),
                        most -> store.read(tx -> tx.queueOverview().queued(QueueDefinition.INTAKE, most))));
    }
}
