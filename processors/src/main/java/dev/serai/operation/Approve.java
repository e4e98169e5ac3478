package dev.serai.operation;

import dev.serai.dispatch.NoAccountException;
import dev.serai.dispatch.Outbox;
import dev.serai.dispatch.PreparedOutbound;
import dev.serai.dispatch.Seal;
import dev.serai.files.Generation;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.QueueName;
import dev.serai.store.OutboundRow.Approval;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.util.Map;
import java.util.Optional;
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
        Outbox outbox,
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
        Optional<String> reason = reason(own);
        if (reason.isPresent()) {
            return Outcome.refused(Refusal.of(Code.WRONG_STATE, "cannot approve: " + reason.get()));
        }
        try {
            return approved(tx, own, outbox.seal(tx, own.mail(), generation));
        } catch (NoAccountException nowhere) {
            return Outcome.refused(Refusal.of(Code.WRONG_STATE, "cannot approve: " + nowhere.getMessage()));
        }
    }

    /** Why not; empty where he may. */
    private Optional<String> reason(OwnMail own) {
        QueueName queue = own.row().queue();
        QueueDefinition known = generation.queues().get(queue);
        String rejectedBy = own.born().rejectedBy();
        if (known == null ? !queue.equals(QueueDefinition.REVIEW) : !known.review()) {
            return Optional.of("it lies in queue '" + queue
                    + "', where nothing is approved; expected the queue review, or one with review: true. resubmit has"
                    + " it decided anew");
        } else if (!own.born().isOf(own.by())) {
            return Optional.empty();
        } else if (rejectedBy != null) {
            return Optional.of("'" + rejectedBy + "' rejected it and '" + own.by()
                    + "' wrote it or changed it; expected somebody else's word");
        }
        return fourEyes
                ? Optional.of("'" + own.by()
                        + "' wrote it or changed it, and serai.review.four-eyes wants somebody else's word")
                : Optional.empty();
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
