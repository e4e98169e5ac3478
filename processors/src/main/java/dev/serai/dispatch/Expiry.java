package dev.serai.dispatch;

import dev.serai.files.Generation;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.AccountName;
import dev.serai.store.DispatchRow;
import dev.serai.store.QuarantineTable.Cause;
import dev.serai.store.Recipient;
import dev.serai.store.Store;
import dev.serai.store.Tx;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.util.List;
import java.util.Map;

/**
 * Lets the time run of mail that waits behind a server or a login that is in trouble, of which one at a time is tried: it
 * counts as tried with that one, and is given up without a try of its own when its time is over.
 */
final class Expiry {
    /** Mails of one transaction. */
    private static final int AT_ONCE = 500;

    private final Store store;

    Expiry(Store store) {
        this.store = store;
    }

    /** @param hindrance what the account is in now */
    void pass(AccountName account, Hindrance hindrance, Generation generation) {
        while (store.transact(tx -> stamp(tx, account)) == AT_ONCE) {
            // the next ones
        }
        while (store.transact(tx -> giveUp(tx, account, hindrance, generation)) == AT_ONCE) {
            // the next ones
        }
    }

    private static int stamp(Tx tx, AccountName account) {
        List<WorkRow> untried = tx.leavingWork().untried(QueueDefinition.DISPATCH, account, AT_ONCE);
        untried.forEach(work -> tx.dispatches().triedSince(work.tenant(), work.id(), tx.now()));
        return untried.size();
    }

    private static int giveUp(Tx tx, AccountName account, Hindrance hindrance, Generation generation) {
        var latest = tx.now().minus(Unsent.of(generation, account).expireAfter());
        List<WorkRow> over = tx.leavingWork().triedBefore(QueueDefinition.DISPATCH, account, latest, AT_ONCE);
        over.forEach(work -> tx.dispatches()
                .load(work.tenant(), work.id())
                .ifPresent(row -> giveUp(tx, work, row, hindrance.fault(), generation)));
        return over.size();
    }

    private static void giveUp(Tx tx, WorkRow work, DispatchRow row, Fault fault, Generation generation) {
        String reason = Unsent.of(generation, row.account()).expired(row.attempts()) + ": " + fault.words();
        List<String> lost = row.left();
        tx.dispatches()
                .update(row.left(Recipient.State.FAILED, fault.words(), tx.now())
                        .caused(Fates.cause(fault))
                        .to(DispatchRow.State.FAILED, reason, tx.now()));
        new WorkChange(tx, work, new By("dispatch", reason, generation.id()))
                .event("serai.dispatch.failed", Map.of("account", row.account().value(), "recipients", lost))
                .quarantine(Cause.expiredMail(reason));
    }
}
