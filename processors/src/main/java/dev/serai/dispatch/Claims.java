package dev.serai.dispatch;

import dev.serai.files.Generation;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft.Kind;
import dev.serai.interaction.State;
import dev.serai.store.DispatchRow;
import dev.serai.store.RawTable.SmallMail;
import dev.serai.store.ReplyPause;
import dev.serai.store.Tx;
import dev.serai.store.WorkRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes due mail of an account out of the queue `dispatch`. */
final class Claims {
    private static final Set<DispatchRow.State> UNSENT =
            Set.of(DispatchRow.State.PENDING, DispatchRow.State.DEFERRED, DispatchRow.State.FAILED);

    /** Mails up to this size come with their claim. */
    private static final int SMALL = 1 << 16;

    private final DispatchPolicy policy;

    Claims(DispatchPolicy policy) {
        this.policy = policy;
    }

    /**
     * Work to be sent, with its fence.
     *
     * @param mail null where it is large, to be read chunk by chunk
     */
    record Claimed(
            WorkRow work, DispatchRow dispatch, @Nullable SmallMail mail) {}

    /** @param generation whose accounts they leave by */
    List<Claimed> claim(Tx tx, AccountName account, int room, Generation generation) {
        List<Claimed> claimed = new ArrayList<>();
        boolean paused = ReplyPause.since(tx).isPresent();
        List<WorkRow> due = tx.leavingWork().claimableOf(QueueDefinition.DISPATCH, account, room);
        byTenant(due, WorkRow::tenant, WorkRow::id)
                .forEach((tenant, ids) -> tx.dispatches().readAhead(tenant, ids));
        for (WorkRow row : due) {
            tx.dispatches()
                    .load(row.tenant(), row.id())
                    .filter(dispatch -> isOf(account, tx, row, dispatch))
                    .flatMap(dispatch -> paused && isAutomaticAnswer(tx, row)
                            ? giveUp(tx, row, dispatch, generation)
                            : take(tx, row, dispatch, generation))
                    .ifPresent(claimed::add);
        }
        return withMails(tx, claimed);
    }

    /** Gives back what nobody began to send, as if it had not been taken. */
    static void giveBack(Tx tx, List<Claimed> claimed) {
        claimed.forEach(one -> tx.work()
                .lock(one.work().fence())
                .ifPresent(row -> tx.work().update(row.releasedUncounted(row.availableAt(), tx.now()))));
    }

    private static List<Claimed> withMails(Tx tx, List<Claimed> claimed) {
        Map<String, SmallMail> mails = new HashMap<>();
        byTenant(claimed, one -> one.work().tenant(), one -> one.work().id())
                .forEach((tenant, ids) -> tx.raw()
                        .smallMails(tenant, ids, SMALL)
                        .forEach((id, mail) -> mails.put(tenant + "/" + id, mail)));
        return claimed.stream()
                .map(one -> new Claimed(
                        one.work(),
                        one.dispatch(),
                        mails.get(one.work().tenant() + "/" + one.work().id())))
                .toList();
    }

    private static <T> Map<String, List<InteractionId>> byTenant(
            List<T> all, Function<T, String> tenant, Function<T, InteractionId> id) {
        return all.stream().collect(Collectors.groupingBy(tenant, Collectors.mapping(id, Collectors.toList())));
    }

    private Optional<Claimed> take(Tx tx, WorkRow row, DispatchRow dispatch, Generation generation) {
        if (!isUnsent(dispatch) || dispatch.left().isEmpty()) {
            new Leftover(tx, row, dispatch, generation).settle(policy.lease());
            return Optional.empty();
        }
        WorkRow claimed = row.claimed(State.ROUTING, policy.node(), tx.now().plus(policy.lease()), tx.now());
        tx.work().update(claimed);
        return Optional.of(new Claimed(claimed, dispatch, null));
    }

    /** Who was handed over to another account than the work says is claimed for that one, as the dispatch says. */
    private static boolean isOf(AccountName account, Tx tx, WorkRow row, DispatchRow dispatch) {
        boolean same = dispatch.account().equals(account);
        if (!same) {
            tx.work().update(row.leavingBy(dispatch.account()));
        }
        return same;
    }

    private static boolean isUnsent(DispatchRow dispatch) {
        return UNSENT.contains(dispatch.state());
    }

    private static boolean isAutomaticAnswer(Tx tx, WorkRow row) {
        return tx.interactions()
                .load(row.tenant(), row.id())
                .filter(mail -> Kind.isAutomaticAnswer(mail.origin().subtype()))
                .isPresent();
    }

    /** What an operator wants stopped is not put off. */
    private Optional<Claimed> giveUp(Tx tx, WorkRow row, DispatchRow dispatch, Generation generation) {
        if (!isUnsent(dispatch)) {
            return take(tx, row, dispatch, generation);
        }
        new Leftover(tx, row, dispatch, generation).cancel("automatic replies are paused");
        return Optional.empty();
    }
}
