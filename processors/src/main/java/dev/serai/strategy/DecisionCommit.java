package dev.serai.strategy;

import dev.serai.interaction.Fence;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.Party;
import dev.serai.screening.RuleResult;
import dev.serai.store.Ahead;
import dev.serai.store.AnswerKey;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a decision: data, priority, answers, events and the ending in one transaction. False when the work was taken
 * away meanwhile; the decision is dropped then.
 */
final class DecisionCommit implements Unit<Boolean>, AutoCloseable {
    private final Interaction before;
    private final Decision decision;
    private final List<Outgoing.Prepared> answers;
    private final Outgoing.@Nullable Leaving leaving;
    private final AnswerCaps caps;
    private final By by;

    DecisionCommit(
            Interaction before,
            Decision decision,
            List<Outgoing.Prepared> answers,
            Outgoing.@Nullable Leaving leaving,
            AnswerCaps caps,
            By by) {
        this.before = before;
        this.decision = decision;
        this.answers = answers;
        this.leaving = leaving;
        this.caps = caps;
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
    }

    @Override
    public Boolean apply(Tx tx) {
        Fence fence = before.fence();
        Optional<WorkRow> row = tx.work().lock(fence);
        if (row.isEmpty()) {
            return false;
        }
        Interaction after = after(tx);
        List<Map<String, String>> suppressed = answer(tx);
        if (!decision.data().isEmpty()) {
            tx.interactions().update(after);
        }
        WorkChange change = new WorkChange(tx, row.get(), by).event("serai.interaction.decided", trace(suppressed));
        if (decision.priority() != null) {
            change.priority(decision.priority());
        }
        end(tx, change, after);
        return true;
    }

    /** Stores the answers that the caps let pass; returns the others, with the reason. */
    private List<Map<String, String>> answer(Tx tx) {
        List<Map<String, String>> suppressed = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            OutboundDraft draft = decision.replies().get(i);
            Optional<String> against =
                    draft.kind().isAutomaticAnswer() ? caps.against(tx, before.tenant(), key(draft)) : Optional.empty();
            if (against.isEmpty()) {
                answers.get(i).insert(tx, by);
            } else {
                Map<String, String> told = new LinkedHashMap<>(reply(draft));
                told.put("because", against.get());
                suppressed.add(told);
            }
        }
        return suppressed;
    }

    private AnswerKey key(OutboundDraft draft) {
        return AnswerKey.of(
                draft.to().get(0).address(),
                before.origin().threadId(),
                SameMail.key(before.content().text()));
    }

    private void end(Tx tx, WorkChange change, Interaction after) {
        Ending ending = Objects.requireNonNull(decision.ending());
        if (ending instanceof Ending.Place place) {
            change.place(place.queue(), tx.now());
        } else if (ending instanceof Ending.Stop stop) {
            change.stop(stop.reason());
        } else if (ending instanceof Ending.Hold hold) {
            change.hold(hold.until());
        } else if (ending instanceof Ending.Send) {
            Objects.requireNonNull(leaving).send(tx, change.keep(), after, by);
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

    private Map<String, Object> trace(List<Map<String, String>> suppressed) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("steps", decision.steps());
        data.put("rules", decision.matchedRules());
        data.put(
                "screening",
                decision.screening().stream().filter(RuleResult::matched).toList());
        data.put("ending", Objects.requireNonNull(decision.ending()).word());
        if (!decision.data().isEmpty()) {
            data.put("userData", decision.data());
        }
        if (!decision.replies().isEmpty()) {
            data.put(
                    "replies",
                    decision.replies().stream().map(DecisionCommit::reply).toList());
        }
        if (!suppressed.isEmpty()) {
            data.put("suppressed", suppressed);
        }
        if (!decision.warnings().isEmpty()) {
            data.put("warnings", decision.warnings());
        }
        return data;
    }

    private static Map<String, String> reply(OutboundDraft draft) {
        return Map.of(
                "kind", draft.kind().word(),
                "to", draft.to().stream().map(Party::address).collect(Collectors.joining(", ")),
                "subject", draft.subject(),
                "response", String.valueOf(draft.response()),
                "language", String.valueOf(draft.language()));
    }
}
