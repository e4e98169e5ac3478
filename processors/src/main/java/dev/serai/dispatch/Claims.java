package dev.serai.dispatch;

import dev.serai.files.Generation;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft.Kind;
import dev.serai.interaction.State;
import dev.serai.store.DispatchRow;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.QuarantineTable.Cause;
import dev.serai.store.RawTable.SmallMail;
import dev.serai.store.Recipient;
import dev.serai.store.ReplyPause;
import dev.serai.store.Tx;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes due mail of an account out of the queue `dispatch`. What a dead process left half sent becomes uncertain. */
final class Claims {
    private static final Set<DispatchRow.State> UNSENT =
            Set.of(DispatchRow.State.PENDING, DispatchRow.State.DEFERRED, DispatchRow.State.FAILED);

    private static final DispatchRow.Cause HUB_ENDED = new DispatchRow.Cause(Fault.Kind.HUB_ENDED.word(), null);
    private static final String REASON =
            "the hub ended after it had recorded that DATA follows; the server may have taken the mail";

    private static final int MOST_ABANDONED = 200;

    private final DispatchPolicy policy;

    Claims(DispatchPolicy policy) {
        this.policy = policy;
    }

    /** Mails up to this size come with their claim. */
    private static final int SMALL = 1 << 16;

    /**
     * Work to be sent, with its fence.
     *
     * @param mail null where it is large, to be read chunk by chunk
     */
    record Claimed(
            WorkRow work, DispatchRow dispatch, @Nullable SmallMail mail) {}

    /** The accounts that have something to send. */
    static List<AccountName> due(Tx tx) {
        return tx.dispatches().dueAccounts(QueueDefinition.DISPATCH, tx.now());
    }

    /** @param generation whose accounts they leave by */
    List<Claimed> claim(Tx tx, AccountName account, int room, Generation generation) {
        List<Claimed> claimed = new ArrayList<>();
        boolean paused = ReplyPause.since(tx).isPresent();
        List<WorkRow> due = tx.work().claimableOf(QueueDefinition.DISPATCH, account, room);
        byTenant(due, WorkRow::tenant, WorkRow::id)
                .forEach((tenant, ids) -> tx.dispatches().readAhead(tenant, ids));
        for (WorkRow row : due) {
            tx.dispatches()
                    .load(row.tenant(), row.id())
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
        By by = by(generation);
        return switch (dispatch.state()) {
            case PENDING, DEFERRED, FAILED -> {
                if (dispatch.left().isEmpty()) {
                    nobodyLeft(tx, row, dispatch, by);
                    yield Optional.empty();
                }
                WorkRow claimed =
                        row.claimed(State.ROUTING, policy.node(), tx.now().plus(policy.lease()), tx.now());
                tx.work().update(claimed);
                yield Optional.of(new Claimed(claimed, dispatch, null));
            }
            case SENDING -> {
                DispatchRow ended = dispatch.caused(HUB_ENDED);
                if (Unsent.of(generation, dispatch).mayResend(dispatch)) {
                    resend(tx, row, ended, by);
                } else {
                    uncertain(tx, row, ended, by);
                }
                yield Optional.empty();
            }
            case UNCERTAIN -> {
                uncertain(tx, row, dispatch, by);
                yield Optional.empty();
            }
            case SENT, CANCELLED -> {
                new WorkChange(tx, row, by).stop(dispatch.state().word());
                yield Optional.empty();
            }
        };
    }

    private static boolean isAutomaticAnswer(Tx tx, WorkRow row) {
        return tx.interactions()
                .load(row.tenant(), row.id())
                .filter(mail -> Kind.isAutomaticAnswer(mail.origin().subtype()))
                .isPresent();
    }

    /** What an operator wants stopped does not leave later either: by then nobody waits for it any more. */
    private Optional<Claimed> giveUp(Tx tx, WorkRow row, DispatchRow dispatch, Generation generation) {
        if (UNSENT.contains(dispatch.state())) {
            String reason = "automatic replies are paused";
            tx.dispatches().update(dispatch.to(DispatchRow.State.CANCELLED, reason, tx.now()));
            new WorkChange(tx, row, by(generation).because(reason))
                    .event(
                            "serai.dispatch.cancelled",
                            Map.of("account", dispatch.account().value()))
                    .stop(DispatchRow.State.CANCELLED.word());
            return Optional.empty();
        }
        return take(tx, row, dispatch, generation);
    }

    private static By by(Generation generation) {
        return new By("dispatch", null, generation.id());
    }

    /** What became of it for everybody became known while others had the work. */
    private static void nobodyLeft(Tx tx, WorkRow row, DispatchRow dispatch, By by) {
        List<String> lost = dispatch.addresses(Recipient.State.FAILED);
        if (lost.isEmpty()) {
            tx.dispatches().update(dispatch.to(DispatchRow.State.SENT, null, tx.now()));
            new WorkChange(tx, row, by).stop(DispatchRow.State.SENT.word());
            return;
        }
        String reason = dispatch.lastError() == null ? "refused for everybody" : dispatch.lastError();
        tx.dispatches().update(dispatch.to(DispatchRow.State.FAILED, reason, tx.now()));
        new WorkChange(tx, row, by.because(reason))
                .event(
                        "serai.dispatch.failed",
                        Map.of("account", dispatch.account().value(), "recipients", lost))
                .quarantine(new Cause("dispatch", "dispatch-failed", reason, QueueDefinition.DISPATCH));
    }

    /** As the account says, but not while whoever said DATA may still be waiting for the answer: work is also held and resumed. */
    private void resend(Tx tx, WorkRow row, DispatchRow dispatch, By by) {
        Instant said = dispatch.dataAt();
        Instant due = said == null ? tx.now() : said.plus(SmtpSender.FINAL_DOT).plus(policy.lease());
        tx.dispatches().update(dispatch.resend(due, REASON, tx.now()));
        new WorkChange(tx, row, by.because(REASON))
                .event(
                        "serai.dispatch.uncertain",
                        Map.of("account", dispatch.account().value()))
                .release(due, true, "serai.interaction.returned");
    }

    /** What was stopped while DATA was said, and whose try never told what became of it. */
    int abandoned(Tx tx) {
        List<DispatchRow> all =
                tx.dispatches().abandoned(tx.now().minus(SmtpSender.FINAL_DOT).minus(policy.lease()), MOST_ABANDONED);
        all.forEach(row -> {
            tx.dispatches().update(row.caused(HUB_ENDED).to(DispatchRow.State.UNCERTAIN, REASON, tx.now()));
            tx.events()
                    .appendStopped(
                            row.tenant(),
                            row.id(),
                            NewEvent.of("serai.dispatch.uncertain", "dispatch")
                                    .because(REASON)
                                    .with(Map.of("account", row.account().value())));
        });
        return all.size();
    }

    private static void uncertain(Tx tx, WorkRow row, DispatchRow dispatch, By by) {
        String known = dispatch.lastError();
        String reason = dispatch.state() == DispatchRow.State.SENDING || known == null ? REASON : known;
        tx.dispatches().update(dispatch.to(DispatchRow.State.UNCERTAIN, reason, tx.now()));
        new WorkChange(tx, row, by.because(reason))
                .event(
                        "serai.dispatch.uncertain",
                        Map.of("account", dispatch.account().value()))
                .release(Schedule.NEVER, true, "serai.interaction.returned");
    }
}
