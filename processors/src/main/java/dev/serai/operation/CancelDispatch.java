package dev.serai.operation;

import dev.serai.interaction.Interaction;
import dev.serai.store.DispatchRow;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange.By;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A mail that has not left is not sent any more. What is being sent or was sent cannot be called back. */
public record CancelDispatch(Target target, By by) implements Unit<Outcome<Interaction>> {
    private static final Set<DispatchRow.State> GONE = Set.of(DispatchRow.State.SENDING, DispatchRow.State.SENT);

    @Override
    public Outcome<Interaction> apply(Tx tx) {
        boolean alive = tx.work().lock(target.tenant(), target.id()).isPresent();
        Optional<DispatchRow> dispatch = tx.dispatches().load(target.tenant(), target.id());
        if (dispatch.isEmpty()) {
            return Outcome.refused(
                    Refusal.of(Code.NOT_FOUND, "there is no dispatch of interaction '" + target.id() + "'"));
        }
        if (GONE.contains(dispatch.get().state())) {
            return Outcome.refused(Refusal.of(
                    Code.WRONG_STATE,
                    "the dispatch is " + dispatch.get().state().word() + "; it cannot be called back"));
        }
        if (!alive) {
            cancel(tx, dispatch.get());
        }
        return new Stop(target, StopReason.CANCELLED, by).apply(tx);
    }

    /** Of what was stopped while it was being sent there is nothing left to stop. */
    private void cancel(Tx tx, DispatchRow dispatch) {
        if (dispatch.state() != DispatchRow.State.CANCELLED) {
            tx.dispatches().update(dispatch.to(DispatchRow.State.CANCELLED, dispatch.lastError(), tx.now()));
            tx.events()
                    .appendStopped(
                            target.tenant(),
                            target.id(),
                            new NewEvent(
                                    "serai.dispatch.cancelled",
                                    by.actor(),
                                    by.reason(),
                                    null,
                                    by.generation(),
                                    Map.of("account", dispatch.account().value())));
        }
    }
}
