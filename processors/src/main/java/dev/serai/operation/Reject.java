package dev.serai.operation;

import dev.serai.files.QueueDefinition;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.QueueName;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The client sends an outbound mail back to who wrote it: into the queue that it was answered from, or the named one, with
 * the remark as user data.
 *
 * @param queue null for the one that it was answered from
 * @param remark what is wrong with it
 */
public record Reject(
        Target target,
        String token,
        @Nullable QueueName queue,
        Map<QueueName, QueueDefinition> queues,
        String remark,
        @Nullable String key)
        implements Unit<Outcome<Interaction>> {
    /** The user data that says what is wrong. */
    public static final String REMARK = "ReviewRemark";

    /** The user data that says who said so. */
    public static final String REVIEWER = "ReviewedBy";

    @Override
    public Outcome<Interaction> apply(Tx tx) {
        return OwnMail.with(tx, target, token, key, own -> reject(tx, own));
    }

    private Outcome<Interaction> reject(Tx tx, OwnMail own) {
        QueueName back = queue == null ? own.born().fromQueue() : queue;
        if (back == null) {
            return Outcome.refused(Refusal.field(
                    Code.INVALID_REQUEST, "/queue", "is missing, and the mail was written in no queue; expected one"));
        }
        Optional<Refusal> refused = refusal(back);
        if (refused.isPresent()) {
            return Outcome.refused(refused.get());
        }
        Map<String, Object> data = new LinkedHashMap<>(own.mail().userData());
        data.put(REMARK, remark);
        data.put(REVIEWER, own.by());
        tx.interactions().update(own.mail().with(own.mail().content(), data));
        tx.outbound().reject(target.tenant(), target.id(), own.by());
        new WorkChange(tx, own.row(), By.of(own.by()).because(remark))
                .event("serai.interaction.changed", Map.of("rejected", true))
                .move(back, tx.now());
        return Outcome.done(Live.load(tx, target));
    }

    private Optional<Refusal> refusal(QueueName back) {
        Optional<Refusal> refused = Places.refusal(queues, back, target.tenant(), "/queue");
        QueueDefinition known = queues.get(back);
        return refused.isPresent() || known == null || !known.strategy()
                ? refused
                : Optional.of(Refusal.field(
                        Code.INVALID_REQUEST,
                        "/queue",
                        "queue '" + back + "' is drained by its strategy; expected one that people pull from"));
    }
}
