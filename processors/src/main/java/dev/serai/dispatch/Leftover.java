package dev.serai.dispatch;

import dev.serai.files.Generation;
import dev.serai.store.DispatchRow;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.QuarantineTable.Cause;
import dev.serai.store.Recipient;
import dev.serai.store.Tx;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A mail that is found in the queue and not to be sent now: half sent by a process that ended, or known or decided meanwhile. */
final class Leftover {
    private static final DispatchRow.Cause HUB_ENDED = new DispatchRow.Cause(Fault.Kind.HUB_ENDED.word(), null);
    private static final String REASON =
            "the hub ended after it had recorded that DATA follows; the server may have taken the mail";

    private static final int MOST_ABANDONED = 200;

    private final Tx tx;
    private final WorkRow work;
    private final DispatchRow dispatch;
    private final Generation generation;

    Leftover(Tx tx, WorkRow work, DispatchRow dispatch, Generation generation) {
        this.tx = tx;
        this.work = work;
        this.dispatch = dispatch;
        this.generation = generation;
    }

    /** @param lease how long whoever said DATA may go on without a sign of life */
    void settle(Duration lease) {
        switch (dispatch.state()) {
            case PENDING, DEFERRED, FAILED -> nobodyLeft();
            case SENDING -> halfSent(dispatch.caused(HUB_ENDED), lease);
            case UNCERTAIN -> uncertain(dispatch, dispatch.lastError() == null ? REASON : dispatch.lastError());
            case SENT, CANCELLED -> change().stop(dispatch.state().word());
        }
    }

    /** It does not leave later either: by then nobody waits for it any more. */
    void cancel(String reason) {
        tx.dispatches().update(dispatch.to(DispatchRow.State.CANCELLED, reason, tx.now()));
        change(reason).event("serai.dispatch.cancelled", account(dispatch)).stop(DispatchRow.State.CANCELLED.word());
    }

    /** What became of it for everybody became known while others had the work. */
    private void nobodyLeft() {
        List<String> lost = dispatch.addresses(Recipient.State.FAILED);
        if (lost.isEmpty()) {
            tx.dispatches().update(dispatch.to(DispatchRow.State.SENT, null, tx.now()));
            change().stop(DispatchRow.State.SENT.word());
            return;
        }
        String reason = dispatch.lastError() == null ? "refused for everybody" : dispatch.lastError();
        tx.dispatches().update(dispatch.to(DispatchRow.State.FAILED, reason, tx.now()));
        change(reason)
                .event(
                        "serai.dispatch.failed",
                        Map.of("account", dispatch.account().value(), "recipients", lost))
                .quarantine(Cause.failedMail(reason));
    }

    private void halfSent(DispatchRow ended, Duration lease) {
        if (Unsent.of(generation, dispatch).mayResend(dispatch)) {
            resend(ended, lease);
        } else {
            uncertain(ended, REASON);
        }
    }

    /** As the account says, but not while whoever said DATA may still be waiting for the answer: work is also held and resumed. */
    private void resend(DispatchRow ended, Duration lease) {
        Instant said = ended.dataAt();
        Instant due = said == null ? tx.now() : said.plus(SmtpSender.FINAL_DOT).plus(lease);
        tx.dispatches().update(ended.resend(due, REASON, tx.now()));
        change(REASON)
                .event("serai.dispatch.uncertain", account(dispatch))
                .release(due, true, "serai.interaction.returned");
    }

    private void uncertain(DispatchRow ended, String reason) {
        tx.dispatches().update(ended.to(DispatchRow.State.UNCERTAIN, reason, tx.now()));
        change(reason)
                .event("serai.dispatch.uncertain", account(dispatch))
                .release(Schedule.NEVER, true, "serai.interaction.returned");
    }

    private WorkChange change() {
        return new WorkChange(tx, work, by());
    }

    private WorkChange change(String reason) {
        return new WorkChange(tx, work, by().because(reason));
    }

    private By by() {
        return new By("dispatch", null, generation.id());
    }

    private static Map<String, Object> account(DispatchRow dispatch) {
        return Map.of("account", dispatch.account().value());
    }

    /** Makes uncertain what was stopped while DATA was said, and whose try never told what became of it; returns how many. */
    static int abandoned(Tx tx, Duration lease) {
        Instant before = tx.now().minus(SmtpSender.FINAL_DOT).minus(lease);
        List<DispatchRow> all = tx.dispatches().abandoned(before, MOST_ABANDONED);
        all.forEach(row -> {
            tx.dispatches().update(row.caused(HUB_ENDED).to(DispatchRow.State.UNCERTAIN, REASON, tx.now()));
            tx.events()
                    .appendStopped(
                            row.tenant(),
                            row.id(),
                            NewEvent.of("serai.dispatch.uncertain", "dispatch")
                                    .because(REASON)
                                    .with(account(row)));
        });
        return all.size();
    }
}
