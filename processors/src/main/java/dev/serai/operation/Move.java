package dev.serai.operation;

import dev.serai.files.QueueDefinition;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.store.DispatchRow;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A new arrival in another queue, or in the same one; whoever had it has lost it. A held one stays held, a quarantined
 * one leaves quarantine.
 */
public record Move(Target target, QueueName queue, Map<QueueName, QueueDefinition> queues, By by)
        implements Unit<Outcome<Interaction>> {
    /** Out of the queue dispatch it is as one that nobody has tried yet: when it is due was a matter of that place. */
    private static final Set<DispatchRow.State> TRIED = Set.of(DispatchRow.State.DEFERRED, DispatchRow.State.FAILED);

    @Override
    public Outcome<Interaction> apply(Tx tx) {
        Optional<Refusal> refused = Places.refusal(queues, queue, target.tenant(), "/queue");
        if (refused.isPresent()) {
            return Outcome.refused(refused.get());
        }
        return Live.change(
                tx, target, row -> move(tx, row), stopped -> Optional.of(Refusal.wrongState("move", State.STOPPED)));
    }

    private Optional<Refusal> move(Tx tx, WorkRow row) {
        tx.dispatches()
                .load(row.tenant(), row.id())
                .filter(dispatch -> TRIED.contains(dispatch.state()))
                .ifPresent(dispatch -> tx.dispatches().update(dispatch.again(tx.now())));
        WorkChange change = new WorkChange(tx, row, by);
        switch (row.state()) {
            case HELD -> change.placeHeld(queue);
            case QUARANTINED -> change.leaveQuarantine(queue);
            default -> change.move(queue, tx.now());
        }
        return Optional.empty();
    }
}
