package dev.serai.operation;

import dev.serai.interaction.Fence;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.LeaseToken;
import dev.serai.interaction.State;
import dev.serai.store.Tx;
import dev.serai.store.WorkRow;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The two ways to get hold of an interaction before changing it: whoever has it, or as the client that has it. */
final class Live {
    private Live() {}

    /** Locks a live one; a stopped one is asked about. Each function yields a refusal, or has done its work. */
    static Outcome<Interaction> change(
            Tx tx,
            Target target,
            Function<WorkRow, Optional<Refusal>> change,
            Function<Interaction, Optional<Refusal>> whenStopped) {
        Optional<WorkRow> row = tx.work().lock(target.tenant(), target.id());
        if (row.isPresent()) {
            return answer(tx, target, change.apply(row.get()));
        }
        return tx.interactions()
                .load(target.tenant(), target.id())
                .map(stopped -> answer(tx, target, whenStopped.apply(stopped)))
                .orElseGet(() -> Outcome.refused(Refusal.notFound(target)));
    }

    /** Runs for the client whose token is the current one; any other token is a lost lease. */
    static <T> Outcome<T> leased(Tx tx, Target target, String token, BiFunction<Tx, WorkRow, Outcome<T>> work) {
        Optional<Fence> fence = LeaseToken.parse(token).filter(held -> isFor(held, target));
        if (fence.isEmpty()) {
            return Outcome.refused(Refusal.field(
                    Code.INVALID_REQUEST, "/token", "the token is not one that a pull of this interaction gave"));
        }
        Optional<WorkRow> row = tx.work().lock(fence.get()).filter(locked -> locked.state() == State.ASSIGNED);
        if (row.isPresent()) {
            return work.apply(tx, row.get());
        }
        return Outcome.refused(tx.interactions()
                .load(target.tenant(), target.id())
                .map(Refusal::leaseLost)
                .orElseGet(() -> Refusal.notFound(target)));
    }

    static Interaction load(Tx tx, Target target) {
        return tx.interactions().load(target.tenant(), target.id()).orElseThrow();
    }

    private static Outcome<Interaction> answer(Tx tx, Target target, Optional<Refusal> refusal) {
        return refusal.<Outcome<Interaction>>map(Outcome::refused).orElseGet(() -> Outcome.done(load(tx, target)));
    }

    private static boolean isFor(Fence fence, Target target) {
        return fence.id().equals(target.id()) && fence.tenant().equals(target.tenant());
    }
}
