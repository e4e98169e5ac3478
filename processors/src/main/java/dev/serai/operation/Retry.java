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
import org.jspecify.annotations.Nullable;

/**
 * Out of quarantine.
 *
 * @param queue where it goes; null = back to the stage that failed: a mail that could not be fetched is fetched again
 */
public record Retry(Target target, @Nullable QueueName queue, Map<QueueName, QueueDefinition> queues, By by)
        implements Unit<Outcome<Interaction>> {

    @Override
    public Outcome<Interaction> apply(Tx tx) {
        Optional<Refusal> refused =
                queue == null ? Optional.empty() : Places.refusal(queues, queue, target.tenant(), "/queue");
        if (refused.isPresent()) {
            return Outcome.refused(refused.get());
        }
        return Live.change(
                tx, target, row -> retry(tx, row), stopped -> Optional.of(Refusal.wrongState("retry", State.STOPPED)));
    }

    private Optional<Refusal> retry(Tx tx, WorkRow row) {
        if (row.state() != State.QUARANTINED) {
            return Optional.of(Refusal.wrongState("retry", row.state()));
        }
        Optional<String> unfetched = queue == null ? FetchAgain.position(tx, row) : Optional.empty();
        if (unfetched.isPresent()) {
            return new FetchAgain(tx, row, by).at(unfetched.get());
        }
        QueueName to = queue == null ? back(tx, row) : queue;
        Optional<Refusal> foreign = Places.foreign(tx.tenants(), to, row.tenant());
        if (foreign.isPresent()) {
            return foreign;
        }
        tx.dispatches()
                .load(row.tenant(), row.id())
                .filter(dispatch -> dispatch.state() == DispatchRow.State.FAILED)
                .ifPresent(dispatch -> tx.dispatches().update(dispatch.again(tx.now())));
        new WorkChange(tx, row, by).leaveQuarantine(to);
        return Optional.empty();
    }

    private static QueueName back(Tx tx, WorkRow row) {
        return tx.quarantine()
                .load(row.tenant(), row.id())
                .map(found -> found.cause().backTo())
                .orElse(row.queue());
    }
}
