package dev.serai.dispatch;

import dev.serai.files.Generation;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.Fence;
import dev.serai.store.Ahead;
import dev.serai.store.DispatchRow;
import dev.serai.store.MadeTable;
import dev.serai.store.QuarantineTable.Cause;
import dev.serai.store.Recipient;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes what became of one try, behind its fence; yields the state that the dispatch is in now. */
final class Settlement implements Unit<Optional<DispatchRow.State>> {
    private final Fence fence;
    private final SendResult result;
    private final Schedule schedule;
    private final Map<String, Object> facts;
    private final Generation generation;

    /**
     * @param generation by whose account and route it was sent, and which says whether the mail as it was composed stays
     *     beside the transformed one
     * @param facts what every event of the try tells: the account, and where it was diverted to
     */
    Settlement(Fence fence, SendResult result, Schedule schedule, Generation generation, Map<String, Object> facts) {
        this.generation = generation;
        this.fence = fence;
        this.result = result;
        this.schedule = schedule;
        this.facts = Map.copyOf(facts);
    }

    @Override
    public void announce(Ahead ahead) {
        ahead.dispatch(fence);
    }

    @Override
    public Optional<DispatchRow.State> apply(Tx tx) {
        Optional<WorkRow> work = tx.work().lock(fence);
        if (work.isEmpty()) {
            Truth.record(tx, fence, result, facts);
            return Optional.empty();
        }
        return tx.dispatches().load(fence.tenant(), fence.id()).map(row -> new Write(tx, work.get(), row).write());
    }

    /** The same without a text of others, for a database that refuses one: that a server took it must not be lost by that. */
    Settlement plain() {
        Map<String, Object> kept = new HashMap<>(facts);
        kept.keySet().retainAll(Set.of(DispatchRun.DIVERTED_TO));
        return new Settlement(fence, Reasons.plain(result), schedule, generation, kept);
    }

    /** One writing of it; a commit group may apply it more than once. */
    private final class Write {
        private final Tx tx;
        private final DispatchRow row;
        private final DispatchRow after;
        private final WorkChange change;

        Write(Tx tx, WorkRow work, DispatchRow row) {
            this.tx = tx;
            this.row = row;
            this.after = Fates.after(row, result, tx.now());
            this.change = new WorkChange(tx, work, new By("dispatch", Reasons.of(result), generation.id()));
        }

        DispatchRow.State write() {
            if (row.state() == DispatchRow.State.SENT) {
                // what became of an earlier try became known while this one was under way
                change.stop("sent");
                return row.state();
            }
            if (!facts.containsKey(DispatchRun.DIVERTED_TO)) {
                Strangers.mark(tx, row, after, result);
            }
            if (result instanceof SendResult.Sent known) {
                return sent(known.messageId());
            } else if (result instanceof SendResult.Deferred deferred) {
                return deferred(deferred.fault().words(), deferred.fault().counts());
            } else if (result instanceof SendResult.StoreAway) {
                return untried();
            } else if (result instanceof SendResult.Failed failed) {
                return failed(after, "dispatch-failed", failed.fault().words());
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
                return quarantine(after, "dispatch-failed", reason);
            }
            tx.dispatches().update(after.to(DispatchRow.State.SENT, null, tx.now()));
            if (!generation.transformers().keepSent() && tx.made().has(fence.tenant(), fence.id(), MadeTable.MAIL)) {
                tx.raw().delete(fence.tenant(), fence.id());
            }
            change.stop("sent");
            return DispatchRow.State.SENT;
        }

        private DispatchRow.State deferred(String reason, boolean counted) {
            int tries = row.state() == DispatchRow.State.SENDING || !counted ? row.attempts() : row.attempts() + 1;
            Instant end = Unsent.of(generation, row).end(row, tx.now());
            Optional<Instant> due = counted ? schedule.next(tries, end, tx.now()) : schedule.probe(end, tx.now());
            if (due.isEmpty()) {
                DispatchRow over = after.left(Recipient.State.FAILED, reason, tx.now());
                return failed(
                        over, "dispatch-expired", Unsent.of(generation, row).expired(tries) + ": " + reason);
            }
            tx.dispatches().update(after.deferred(due.get(), reason, tries, tx.now()));
            event("serai.dispatch.deferred", Map.of("nextAt", due.get().toString(), "tries", tries));
            change.release(due.get(), counted, "serai.interaction.returned");
            return DispatchRow.State.DEFERRED;
        }

        /** At once again: that this could be written shows that the database is back. */
        private DispatchRow.State untried() {
            tx.dispatches().update(after.to(DispatchRow.State.PENDING, Reasons.of(result), tx.now()));
            change.release(tx.now(), false, "serai.interaction.returned");
            return DispatchRow.State.PENDING;
        }

        private DispatchRow.State failed(DispatchRow lost, String cause, String reason) {
            tellLost(lost);
            return quarantine(lost, cause, reason);
        }

        private void tellLost(DispatchRow lost) {
            List<String> now = new ArrayList<>(lost.addresses(Recipient.State.FAILED));
            now.removeAll(row.addresses(Recipient.State.FAILED));
            if (!now.isEmpty()) {
                event("serai.dispatch.failed", Map.of("recipients", now));
            }
        }

        private DispatchRow.State quarantine(DispatchRow lost, String cause, String reason) {
            tx.dispatches().update(lost.to(DispatchRow.State.FAILED, reason, tx.now()));
            change.quarantine(new Cause("dispatch", cause, reason, QueueDefinition.DISPATCH));
            return DispatchRow.State.FAILED;
        }

        private DispatchRow.State uncertain(String reason) {
            event("serai.dispatch.uncertain", Map.of());
            tellLost(after);
            if (Unsent.of(generation, row).mayResend(row)) {
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
                return failed(after, "dispatch-failed", reason);
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
            Map<String, Object> data = new HashMap<>(facts);
            data.putAll(more);
            change.event(type, data);
        }
    }
}
