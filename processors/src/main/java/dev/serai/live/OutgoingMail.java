package dev.serai.live;

import dev.serai.chain.Chains;
import dev.serai.dispatch.AccountChoice;
import dev.serai.dispatch.Departure;
import dev.serai.dispatch.NoAccountException;
import dev.serai.dispatch.Outbox;
import dev.serai.dispatch.PreparedOutbound;
import dev.serai.dispatch.Wishes;
import dev.serai.files.AccountDefinition;
import dev.serai.files.Generation;
import dev.serai.intake.StoredMail;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft;
import dev.serai.store.Store;
import dev.serai.store.StoredRaw;
import dev.serai.store.Tx;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import dev.serai.strategy.Outgoing;
import dev.serai.strategy.Playbook;
import dev.serai.strategy.ResponseFields;
import dev.serai.strategy.StrategyException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets strategies answer and send by the outbox. */
final class OutgoingMail implements Outgoing {
    private final Outbox outbox;
    private final Store store;
    private final Playbook playbook;
    private final Generation generation;
    private final Chains chains;
    private final PassedOn passedOn;

    OutgoingMail(Outbox outbox, Store store, Playbook playbook, Chains chains) {
        this.outbox = outbox;
        this.store = store;
        this.chains = chains;
        this.playbook = playbook;
        this.generation = playbook.generation();
        this.passedOn = new PassedOn(store);
    }

    @Override
    public Prepared prepare(Interaction parent, OutboundDraft draft) throws StrategyException {
        try {
            AccountDefinition account = new AccountChoice(generation).forReplyTo(parent);
            Wishes wishes = Wishes.NONE.on(
                    Letterhead.of(playbook, parent, ResponseFields.of(playbook, parent, parent.userData())));
            return new Mail(passedOn.compose(outbox, parent, draft, account, wishes));
        } catch (NoAccountException | IllegalArgumentException impossible) {
            throw new StrategyException(
                    "the " + draft.kind().word() + " cannot be written: " + impossible.getMessage(), impossible);
        }
    }

    @Override
    public Leaving leave(Interaction outbound, @Nullable AccountName account) throws StrategyException {
        try {
            AccountDefinition by = new AccountChoice(generation).forSending(outbound, account);
            if (outbound.origin().subtype().equals(OutboundDraft.Kind.REDIRECT.subtype())) {
                return new Leave(outbox, by, Departure.PLAIN);
            }
            Optional<StoredRaw> composed = store.received(outbound.tenant(), outbound.id());
            Departure departure = composed.isEmpty()
                    ? Departure.PLAIN
                    : outbox.depart(
                            chains, outbound.id(), outbound.content().from(), new StoredMail(composed.get()), by);
            return new Leave(outbox, by, departure);
        } catch (NoAccountException none) {
            throw new StrategyException("it cannot be sent: " + none.getMessage(), none);
        }
    }

    @Override
    public Optional<Interaction> find(String tenant, InteractionId id) {
        return store.read(tx -> tx.interactions().load(tenant, id));
    }

    private record Leave(Outbox outbox, AccountDefinition account, Departure departure) implements Leaving {
        @Override
        public void send(Tx tx, WorkRow locked, Interaction outbound, By by) {
            outbox.send(tx, locked, outbound, account, departure, by);
        }

        @Override
        public long bytes() {
            return departure.bytes();
        }

        @Override
        public void close() {
            departure.close();
        }
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
