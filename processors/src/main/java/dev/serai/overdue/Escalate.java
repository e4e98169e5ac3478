package dev.serai.overdue;

import dev.serai.files.QueueDefinition.Escalation;
import dev.serai.files.Units;
import dev.serai.interaction.State;
import dev.serai.store.EscalationTable.Candidate;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Applies the steps of a queue's escalation that are due for one interaction and were not applied in its stay there. False
 * when there was nothing to do any more: somebody took it, held it or moved it.
 */
record Escalate(Candidate candidate, QueueClock clock, String generation) implements Unit<Boolean> {
    private static final String ACTOR = "escalation";

    @Override
    public Boolean apply(Tx tx) {
        Optional<WorkRow> row = tx.work()
                .lock(candidate.tenant(), candidate.id())
                .filter(found -> found.state() == State.QUEUED
                        && found.queue().equals(clock.queue().name())
                        && !found.availableAt().isAfter(tx.now()));
        if (row.isEmpty()) {
            return false;
        }
        List<Escalation> due = due(tx, row.get());
        if (due.isEmpty()) {
            return false;
        }
        Optional<Escalation> last =
                due.stream().filter(step -> step.queue().isPresent()).findFirst();
        for (Escalation step : due) {
            row = Optional.of(raised(tx, row.get(), step));
            if (last.filter(step::equals).isPresent() && isAdmitted(tx, row.get(), step)) {
                new WorkChange(tx, row.get(), by(step)).place(step.queue().orElseThrow(), tx.now());
                return true;
            }
        }
        tx.escalations()
                .apply(
                        candidate.tenant(),
                        candidate.id(),
                        due.get(due.size() - 1).after());
        return true;
    }

    private List<Escalation> due(Tx tx, WorkRow row) {
        Duration waited = clock.between(row.movedAt(), tx.now());
        Duration applied = tx.escalations().applied(candidate.tenant(), candidate.id());
        return clock.queue().escalations().stream()
                .filter(step -> step.after().compareTo(waited) <= 0
                        && step.after()
                                        .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                                        .compareTo(applied)
                                > 0)
                .sorted(Comparator.comparing(Escalation::after))
                .toList();
    }

    private WorkRow raised(Tx tx, WorkRow row, Escalation step) {
        int priority = Math.min(100, row.priority() + step.raisePriority().orElse(0));
        if (priority == row.priority()) {
            return row;
        }
        Map<String, Object> changed = new LinkedHashMap<>();
        changed.put("priority", priority);
        changed.put("file", step.place().toString());
        return new WorkChange(tx, row, by(step))
                .priority(priority)
                .event("serai.interaction.changed", changed)
                .keep();
    }

    /** After an edit a queue may be another tenant's: then it stays, and the step counts as done. */
    private static boolean isAdmitted(Tx tx, WorkRow row, Escalation step) {
        return tx.tenants().admit(row.tenant(), step.queue().orElseThrow());
    }

    private By by(Escalation step) {
        return new By(
                ACTOR,
                "it waits in " + clock.queue().name() + " for " + Units.text(step.after()) + clock.words() + " ("
                        + step.place() + ")",
                generation);
    }
}
