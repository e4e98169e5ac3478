package dev.serai.dispatch;

import dev.serai.store.DispatchRow;
import dev.serai.store.Tx;
import java.util.List;

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
        if (result instanceof SendResult.Sent) {
            tx.dispatches().update(row.to(DispatchRow.State.SENT, null, tx.now()));
        } else if (result instanceof SendResult.Uncertain uncertain) {
            tx.dispatches().update(row.to(DispatchRow.State.UNCERTAIN, uncertain.reason(), tx.now()));
        } else if (result instanceof SendResult.Partly partly) {
            unsent(tx, row.forRecipients(left(partly)), result);
        } else {
            unsent(tx, row, result);
        }
    }

    private static void unsent(Tx tx, DispatchRow row, SendResult result) {
        boolean alive = tx.work().load(row.tenant(), row.id()).isPresent();
        tx.dispatches()
                .update(row.to(
                        alive ? DispatchRow.State.PENDING : DispatchRow.State.CANCELLED, Reasons.of(result), tx.now()));
    }

    private static List<String> left(SendResult.Partly partly) {
        List<String> left = new java.util.ArrayList<>(partly.deferred().keySet());
        left.addAll(partly.failed().keySet());
        return left;
    }
}
