package dev.serai.operation;

import dev.serai.dispatch.PreparedOutbound;
import dev.serai.interaction.Interaction;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.util.Map;

/**
 * The client answers: the outbound interaction is born, and what it answers is completed in the same transaction if so
 * wished. Yields the outbound interaction.
 *
 * @param target what is answered
 * @param token of the client's lease
 */
public record Reply(Target target, String token, PreparedOutbound outbound, boolean complete)
        implements Unit<Outcome<Interaction>> {

    @Override
    public long bytes() {
        return outbound.bytes();
    }

    @Override
    public Outcome<Interaction> apply(Tx tx) {
        return Live.leased(tx, target, token, this::answer);
    }

    private Outcome<Interaction> answer(Tx tx, WorkRow row) {
        By by = By.of(Owners.of(row));
        outbound.insert(tx, by);
        WorkChange change = new WorkChange(tx, row, by)
                .event(
                        "serai.interaction.changed",
                        Map.of("reply", outbound.id().value()));
        if (complete) {
            change.stop(StopReason.ANSWERED);
        } else {
            change.keep();
        }
        return Outcome.done(Live.load(tx, new Target(target.tenant(), outbound.id())));
    }
}
