package dev.serai.app;

import dev.serai.dispatch.AccountChoice;
import dev.serai.dispatch.NoAccountException;
import dev.serai.dispatch.Outbox;
import dev.serai.dispatch.PreparedOutbound;
import dev.serai.files.AccountDefinition;
import dev.serai.files.Generation;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.OutboundDraft;
import dev.serai.store.Tx;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import dev.serai.strategy.Outgoing;
import dev.serai.strategy.StrategyException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets strategies answer and send by the outbox. */
final class OutgoingMail implements Outgoing {
    private final Outbox outbox;
    private final Supplier<Generation> generation;

    OutgoingMail(Outbox outbox, Supplier<Generation> generation) {
        this.outbox = outbox;
        this.generation = generation;
    }

    @Override
    public Prepared prepare(Interaction parent, OutboundDraft draft) throws StrategyException {
        try {
            AccountDefinition account = new AccountChoice(generation.get()).forReplyTo(parent);
            return new Mail(outbox.prepare(parent, draft, account));
        } catch (NoAccountException | IllegalArgumentException impossible) {
            throw new StrategyException(
                    "the " + draft.kind().word() + " cannot be written: " + impossible.getMessage(), impossible);
        }
    }

    @Override
    public void requireAccount(Interaction outbound, @Nullable AccountName account) throws StrategyException {
        try {
            new AccountChoice(generation.get()).forSending(outbound, account);
        } catch (NoAccountException none) {
            throw new StrategyException("it cannot be sent: " + none.getMessage(), none);
        }
    }

    @Override
    public void send(Tx tx, WorkRow locked, Interaction outbound, @Nullable AccountName account, By by) {
        outbox.send(tx, locked, outbound, new AccountChoice(generation.get()).forSending(outbound, account), by);
    }

    private record Mail(PreparedOutbound mail) implements Prepared {
        @Override
        public void insert(Tx tx, By by) {
            mail.insert(tx, by);
        }

        @Override
        public long bytes() {
            return mail.bytes();
        }

        @Override
        public void close() {
            mail.close();
        }
    }
}
