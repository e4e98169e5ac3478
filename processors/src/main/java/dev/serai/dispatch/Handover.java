package dev.serai.dispatch;

import dev.serai.conversation.ThreadTokens;
import dev.serai.files.AccountDefinition;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.Interaction;
import dev.serai.store.DispatchRow;
import dev.serai.store.Tx;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Hands one outbound interaction over to an account, inside a transaction. */
final class Handover {
    private final Tx tx;
    private final WorkChange change;
    private final WorkRow locked;
    private final ThreadTokens tokens;
    private final Departure departure;

    Handover(Tx tx, WorkRow locked, ThreadTokens tokens, Departure departure, By by) {
        this.tx = tx;
        this.departure = departure;
        this.locked = locked;
        this.tokens = tokens;
        this.change = new WorkChange(tx, locked, by);
    }

    Optional<WorkRow> send(Interaction outbound, AccountDefinition account) {
        Optional<DispatchRow> before = tx.dispatches().load(locked.tenant(), locked.id());
        if (before.isEmpty()) {
            tx.dispatches().insert(row(outbound, account));
            return Optional.of(pending(account, false));
        }
        return switch (before.get().state()) {
            case SENT -> {
                change.stop("sent");
                yield Optional.empty();
            }
            case SENDING, UNCERTAIN -> Optional.of(uncertain(before.get()));
            case PENDING, DEFERRED, FAILED, CANCELLED -> Optional.of(again(before.get(), outbound, account));
        };
    }

    private WorkRow pending(AccountDefinition account, boolean again) {
        departure.store(tx, locked.tenant(), locked.id(), again);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("account", account.name().value());
        if (!departure.outcomes().isEmpty()) {
            data.put("transformers", departure.told());
        }
        change.event("serai.dispatch.pending", data).leavesBy(account.name());
        return change.place(QueueDefinition.DISPATCH, tx.now());
    }

    /** Moved back by hand after an earlier try: what is left to send goes by the account of now. */
    private WorkRow again(DispatchRow before, Interaction outbound, AccountDefinition account) {
        tx.dispatches().update(before.againBy(row(outbound, account), tx.now()));
        return pending(account, true);
    }

    private WorkRow uncertain(DispatchRow before) {
        tx.dispatches().update(before.to(DispatchRow.State.UNCERTAIN, before.lastError(), tx.now()));
        return change.leavesBy(before.account()).place(QueueDefinition.DISPATCH, Schedule.NEVER);
    }

    private DispatchRow row(Interaction outbound, AccountDefinition account) {
        Envelope envelope = Envelope.of(outbound, account, tokens);
        return DispatchRow.pending(
                outbound.tenant(),
                outbound.id(),
                account.name(),
                Objects.requireNonNull(outbound.content().messageId(), "an outbound interaction has a Message-ID"),
                envelope.lines(),
                envelope.sender(),
                envelope.recipients(),
                tx.now());
    }
}
