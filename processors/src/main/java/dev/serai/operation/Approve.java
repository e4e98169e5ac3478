package dev.serai.operation;

import dev.serai.dispatch.NoAccountException;
import dev.serai.dispatch.PreparedOutbound;
import dev.serai.dispatch.Seal;
import dev.serai.files.Generation;
import dev.serai.interaction.Interaction;
import dev.serai.store.OutboundRow.Approval;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The client lets an outbound mail leave as it is: back to `outbound`, with an approval that holds for this placement and
 * for exactly what it says and its envelope.
 *
 * @param version that the client saw; null for any
 * @param key whose word it is; null where nobody had to show a key
 * @param fourEyes whether nobody approves what he wrote himself
 */
public record Approve(
        Target target,
        String token,
        @Nullable Long version,
        Generation generation,
        @Nullable String key,
        boolean fourEyes)
        implements Unit<Outcome<Interaction>> {

    @Override
    public Outcome<Interaction> apply(Tx tx) {
        return OwnMail.with(tx, target, token, key, mail -> approve(tx, mail));
    }

    private Outcome<Interaction> approve(Tx tx, OwnMail own) {
        if (version != null && version != own.mail().version()) {
            return Outcome.refused(Refusal.version(own.mail()));
        }
        if (fourEyes && own.born().isOf(own.by())) {
            return Outcome.refused(Refusal.of(
                    Code.WRONG_STATE,
                    "cannot approve: '" + own.by()
                            + "' wrote it or changed it, and serai.review.four-eyes wants somebody" + " else's word"));
        }
        try {
            return approved(tx, own, Seal.of(tx, own.mail(), generation));
        } catch (NoAccountException nowhere) {
            return Outcome.refused(Refusal.of(Code.WRONG_STATE, "cannot approve: " + nowhere.getMessage()));
        }
    }

    private Outcome<Interaction> approved(Tx tx, OwnMail own, Seal seal) {
        WorkRow placed = new WorkChange(tx, own.row(), By.of(own.by()))
                .event(
                        "serai.interaction.changed",
                        Map.of("approved", true, "account", seal.account(), "digest", seal.digest()))
                .move(PreparedOutbound.QUEUE, tx.now());
        Approval approval = new Approval(own.by(), tx.now(), placed.placement(), seal.digest(), seal.account());
        tx.outbound().approve(target.tenant(), target.id(), approval);
        return Outcome.done(Live.load(tx, target));
    }
}
