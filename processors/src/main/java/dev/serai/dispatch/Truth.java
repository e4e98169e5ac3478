package dev.serai.dispatch;

import dev.serai.files.QueueDefinition;
import dev.serai.interaction.State;
import dev.serai.store.DispatchRow;
import dev.serai.store.Tx;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;

/**
 * Keeps what is known of a try whose work was taken away meanwhile: the work is left alone, but the dispatch row, left as
 * `sending`, says what happened, so that nothing is sent twice or called uncertain without need.
 */
final class Truth {
    private Truth() {}

    static void record(Tx tx, DispatchRow row, SendResult result) {
        boolean open = row.state() == DispatchRow.State.SENDING || row.state() == DispatchRow.State.UNCERTAIN;
        if (!open) {
            return;
        }
        DispatchRow after = Fates.after(row, result, tx.now());
        if (result instanceof SendResult.Sent) {
            tx.dispatches().update(after.to(DispatchRow.State.SENT, null, tx.now()));
            unpark(tx, row);
        } else if (result instanceof SendResult.Uncertain uncertain) {
            tx.dispatches()
                    .update(after.to(
                            DispatchRow.State.UNCERTAIN, uncertain.fault().words(), tx.now()));
        } else {
            unsent(tx, after, result);
        }
    }

    /** A row that lies parked as uncertain becomes due: the next claim sends it or stops it as sent. */
    private static void unpark(Tx tx, DispatchRow row) {
        tx.work()
                .lock(row.tenant(), row.id())
                .filter(work -> work.state() == State.QUEUED && work.queue().equals(QueueDefinition.DISPATCH))
                .ifPresent(work -> new WorkChange(
                                tx, work, By.of("dispatch").because("what became of the try is known now"))
                        .release(tx.now(), true, "serai.interaction.returned"));
    }

    private static void unsent(Tx tx, DispatchRow row, SendResult result) {
        boolean alive = tx.work().load(row.tenant(), row.id()).isPresent();
        tx.dispatches()
                .update(row.to(
                        alive ? DispatchRow.State.PENDING : DispatchRow.State.CANCELLED, Reasons.of(result), tx.now()));
        unpark(tx, row);
    }
}
