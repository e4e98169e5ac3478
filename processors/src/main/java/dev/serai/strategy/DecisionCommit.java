package dev.serai.strategy;

import dev.serai.interaction.Fence;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.QueueName;
import dev.serai.queue.CommitListener;
import dev.serai.screening.RuleResult;
import dev.serai.store.Ahead;
import dev.serai.store.OutboundRow;
import dev.serai.store.OutboundRow.Approval;
import dev.serai.store.QuarantineTable.Cause;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a decision: data, priority, answers, events and the ending in one transaction. False when the work was taken
 * away meanwhile; the decision is dropped then.
 */
final class DecisionCommit implements Unit<Boolean>, CommitListener, AutoCloseable {
    private final Interaction before;
    private final Decision decision;
    private final List<Outgoing.Prepared> answers;
    private final Outgoing.@Nullable Leaving leaving;
    private final @Nullable Approval approval;
    private final AnswerCommit answering;
    private final ReplyMeters meters;
    private final By by;
    /** Of the last application: the one that was committed. */
    private volatile AnswerCommit.Answered answered = AnswerCommit.Answered.NOTHING;

    DecisionCommit(
            Interaction before,
            Decision decision,
            List<Outgoing.Prepared> answers,
            Outgoing.@Nullable Leaving leaving,
            @Nullable Approval approval,
            AnswerCaps caps,
            ReplyMeters meters,
            By by) {
        this.before = before;
        this.decision = decision;
        this.answers = answers;
        this.leaving = leaving;
        this.approval = approval;
        this.answering = new AnswerCommit(before, decision, answers, caps);
        this.meters = meters;
        this.by = by;
    }

    @Override
    public long bytes() {
        return 2048
                + answers.stream().mapToLong(Outgoing.Prepared::bytes).sum()
                + (leaving == null ? 0 : leaving.bytes());
    }

    /** To be called when it was committed or given up. */
    @Override
    public void close() {
        answers.forEach(Outgoing.Prepared::close);
        if (leaving != null) {
            leaving.close();
        }
    }

    @Override
    public void announce(Ahead ahead) {
        ahead.work(before.fence());
        if (answering.isCounted()) {
            ahead.answers();
            answering.announce(ahead);
        }
    }

    @Override
    public Boolean apply(Tx tx) {
        Fence fence = before.fence();
        Optional<WorkRow> row = tx.work().lock(fence);
        if (row.isEmpty()) {
            return false;
        }
        if (isVoid(tx)) {
            decideAnew(tx, row.get());
            return true;
        }
        Interaction after = after(tx);
        answered = answering.apply(tx, by);
        if (!decision.data().isEmpty()) {
            tx.interactions().update(after);
        } else {
            tx.interactions().saw(after);
        }
        WorkChange change =
                new WorkChange(tx, row.get(), by.because(reason())).event("serai.interaction.decided", trace(answered));
        if (decision.priority() != null) {
            change.priority(decision.priority());
        }
        end(tx, change, after);
        return true;
    }

    @Override
    public void committed() {
        meters.count(answered);
        meters.count(decision.screening());
    }

    /** Whether what was approved, and is about to leave by that, was changed since the run read it. */
    private boolean isVoid(Tx tx) {
        if (approval == null || !(decision.ending() instanceof Ending.Send)) {
            return false;
        }
        return tx.interactions().current(before).version() != before.version()
                || tx.outbound()
                        .load(before.tenant(), before.id())
                        .map(OutboundRow::approval)
                        .filter(approval::equals)
                        .isEmpty();
    }

    private void decideAnew(Tx tx, WorkRow row) {
        new WorkChange(tx, row, by.because("it was changed after its approval, which no longer counts"))
                .release(tx.now(), false, "serai.interaction.returned");
    }

    private void end(Tx tx, WorkChange change, Interaction after) {
        Ending ending = Objects.requireNonNull(decision.ending());
        if (ending instanceof Ending.Place place) {
            change.place(place.queue(), tx.now());
        } else if (ending instanceof Ending.Stop stop) {
            change.stop(stop.reason());
        } else if (ending instanceof Ending.Hold hold) {
            change.hold(hold.until());
        } else if (ending instanceof Ending.Waiting wait) {
            change.letWait(
                    wait.queue(),
                    wait.what(),
                    wait.due(tx.now()),
                    before.standing().waiting());
        } else if (ending instanceof Ending.Redirect) {
            redirect(change, after);
        } else if (ending instanceof Ending.Send) {
            Objects.requireNonNull(leaving).send(tx, change.keep(), after, by);
        }
    }

    /** Done when the mail that takes its place is stored; a mail that nobody gets is put aside, never stopped. */
    private void redirect(WorkChange change, Interaction after) {
        Optional<String> missing = answered.missing(OutboundDraft.Kind.REDIRECT);
        if (missing.isEmpty()) {
            change.stop(Ending.Redirect.REASON);
        } else {
            QueueName back = Objects.requireNonNull(after.standing().queue());
            change.quarantine(new Cause("strategy", "redirect-loop", "not redirected: " + missing.get(), back));
        }
    }

    /** What the run attached, on what is there now: a client may have changed it while the run went on. */
    private Interaction after(Tx tx) {
        Interaction current = tx.interactions().current(before);
        Map<String, Object> data = new LinkedHashMap<>(current.userData());
        data.putAll(decision.data());
        return new Interaction(
                current.id(),
                current.tenant(),
                current.version(),
                current.origin(),
                current.content(),
                current.contact(),
                current.language(),
                data,
                current.standing());
    }

    private @Nullable String reason() {
        return decision.ending() instanceof Ending.Place place ? place.reason() : null;
    }

    private Map<String, Object> trace(AnswerCommit.Answered told) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("claimedAt", String.valueOf(before.standing().assignedAt()));
        data.put("steps", decision.steps());
        data.put("rules", decision.matchedRules());
        data.put(
                "screening",
                decision.screening().stream().filter(RuleResult::matched).toList());
        data.put("ending", Objects.requireNonNull(decision.ending()).word());
        if (!decision.data().isEmpty()) {
            data.put("userData", decision.data());
        }
        if (!told.made().isEmpty()) {
            data.put("replies", ReplyTrace.made(told.made()));
        }
        if (!told.suppressed().isEmpty()) {
            data.put("suppressed", ReplyTrace.leftOut(told.suppressed()));
        }
        if (!decision.warnings().isEmpty()) {
            data.put("warnings", decision.warnings());
        }
        return data;
    }
}
