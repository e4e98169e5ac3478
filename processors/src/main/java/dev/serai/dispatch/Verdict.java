package dev.serai.dispatch;

import dev.serai.store.DispatchRow;
import dev.serai.store.MadeTable;
import dev.serai.store.QuarantineTable.Cause;
import dev.serai.store.Recipient;
import dev.serai.store.Tx;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one try means for its mail while the work is still in our hands; a commit group may write it more than once. */
final class Verdict {
    private final Tx tx;
    private final DispatchRow row;
    private final DispatchRow after;
    private final Tried tried;
    private final Schedule schedule;
    private final WorkChange change;

    /** @param row as it was before the try */
    Verdict(Tx tx, WorkRow work, DispatchRow row, Tried tried, Schedule schedule) {
        this.tx = tx;
        this.row = row;
        this.after = Fates.after(row, tried.result(), tx.now());
        this.tried = tried;
        this.schedule = schedule;
        By by = new By(
                "dispatch", Reasons.of(tried.result()), tried.generation().id());
        this.change = new WorkChange(tx, work, by);
    }

    /** @return the state that the dispatch is in now */
    DispatchRow.State write() {
        if (row.state() == DispatchRow.State.SENT) {
            // what became of an earlier try became known while this one was under way
            change.stop("sent");
            return row.state();
        }
        if (!tried.wasDiverted()) {
            Strangers.mark(tx, row, after, tried.result());
        }
        return judge(tried.result());
    }

    private DispatchRow.State judge(SendResult result) {
        if (result instanceof SendResult.Sent known) {
            return sent(known.messageId());
        } else if (result instanceof SendResult.Deferred deferred) {
            return deferred(deferred.fault().words(), deferred.fault().counts());
        } else if (result instanceof SendResult.StoreAway) {
            return untried();
        } else if (result instanceof SendResult.Failed failed) {
            return failed(after, Cause.failedMail(failed.fault().words()));
        } else if (result instanceof SendResult.Uncertain uncertain) {
            return uncertain(uncertain.fault().words());
        } else if (result instanceof SendResult.Partly partly) {
            return partly(partly);
        }
        change.release(tx.now(), false, "serai.interaction.returned");
        return row.state();
    }

    private DispatchRow.State sent(@Nullable String messageId) {
        event("serai.dispatch.sent", messageId == null ? Map.of() : Map.of("messageId", messageId));
        if (messageId != null) {
            tx.threads().alias(row.tenant(), messageId, row.id(), tx.now());
        }
        int lost = after.addresses(Recipient.State.FAILED).size();
        if (lost > 0) {
            String reason = "refused before for " + lost + " of the recipients; the others have it";
            return quarantine(after, Cause.failedMail(reason));
        }
        tx.dispatches().update(after.to(DispatchRow.State.SENT, null, tx.now()));
        if (!tried.generation().transformers().keepSent() && tx.made().has(row.tenant(), row.id(), MadeTable.MAIL)) {
            tx.raw().delete(row.tenant(), row.id());
        }
        change.stop("sent");
        return DispatchRow.State.SENT;
    }

    private DispatchRow.State deferred(String reason, boolean counted) {
        int tries = row.state() == DispatchRow.State.SENDING || !counted ? row.attempts() : row.attempts() + 1;
        Instant end = Unsent.of(tried.generation(), row).end(row, tx.now());
        Optional<Instant> due = counted ? schedule.next(tries, end, tx.now()) : schedule.probe(end, tx.now());
        if (due.isEmpty()) {
            DispatchRow over = after.left(Recipient.State.FAILED, reason, tx.now());
            return failed(
                    over, Cause.expiredMail(Unsent.of(tried.generation(), row).expired(tries) + ": " + reason));
        }
        tx.dispatches().update(after.deferred(due.get(), reason, tries, tx.now()));
        event("serai.dispatch.deferred", Map.of("nextAt", due.get().toString(), "tries", tries));
        change.release(due.get(), counted, "serai.interaction.returned");
        return DispatchRow.State.DEFERRED;
    }

    /** At once again: that this could be written shows that the database is back. */
    private DispatchRow.State untried() {
        tx.dispatches().update(after.to(DispatchRow.State.PENDING, Reasons.of(tried.result()), tx.now()));
        change.release(tx.now(), false, "serai.interaction.returned");
        return DispatchRow.State.PENDING;
    }

    private DispatchRow.State failed(DispatchRow lost, Cause cause) {
        tellLost(lost);
        return quarantine(lost, cause);
    }

    private void tellLost(DispatchRow lost) {
        List<String> now = new ArrayList<>(lost.addresses(Recipient.State.FAILED));
        now.removeAll(row.addresses(Recipient.State.FAILED));
        if (!now.isEmpty()) {
            event("serai.dispatch.failed", Map.of("recipients", now));
        }
    }

    private DispatchRow.State quarantine(DispatchRow lost, Cause cause) {
        tx.dispatches().update(lost.to(DispatchRow.State.FAILED, cause.reason(), tx.now()));
        change.quarantine(cause);
        return DispatchRow.State.FAILED;
    }

    private DispatchRow.State uncertain(String reason) {
        event("serai.dispatch.uncertain", Map.of());
        tellLost(after);
        if (Unsent.of(tried.generation(), row).mayResend(row)) {
            Instant due = schedule.resend(tx.now());
            tx.dispatches().update(after.resend(due, reason, tx.now()));
            event("serai.dispatch.deferred", Map.of("nextAt", due.toString(), "tries", row.attempts()));
            change.release(due, true, "serai.interaction.returned");
            return DispatchRow.State.DEFERRED;
        }
        tx.dispatches().update(after.to(DispatchRow.State.UNCERTAIN, reason, tx.now()));
        change.release(Schedule.NEVER, true, "serai.interaction.returned");
        return DispatchRow.State.UNCERTAIN;
    }

    private DispatchRow.State partly(SendResult.Partly partly) {
        if (!partly.sent().isEmpty()) {
            event("serai.dispatch.sent", Map.of("recipients", partly.sent()));
        }
        String reason = Reasons.of(partly);
        if (after.left().isEmpty()) {
            return failed(after, Cause.failedMail(reason));
        }
        tellLost(after);
        boolean onlyTooMany = partly.deferred().values().stream().allMatch(Fault::isTooManyRecipients);
        return onlyTooMany && !partly.sent().isEmpty() ? goesOn(reason) : deferred(reason, true);
    }

    /** Some have it and the others are next, at once: that is one try, in several transactions. */
    private DispatchRow.State goesOn(String reason) {
        tx.dispatches().update(after.goesOn(reason, tx.now()));
        change.release(tx.now(), false, "serai.interaction.returned");
        return DispatchRow.State.PENDING;
    }

    private void event(String type, Map<String, Object> more) {
        change.event(type, tried.facts(more));
    }
}
