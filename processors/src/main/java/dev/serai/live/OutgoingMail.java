package dev.serai.live;

import dev.serai.chain.Chains;
import dev.serai.dispatch.AccountChoice;
import dev.serai.dispatch.Departure;
import dev.serai.dispatch.NoAccountException;
import dev.serai.dispatch.Outbox;
import dev.serai.dispatch.PreparedOutbound;
import dev.serai.dispatch.Seal;
import dev.serai.dispatch.Wishes;
import dev.serai.files.AccountDefinition;
import dev.serai.files.Generation;
import dev.serai.intake.StoredMail;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft;
import dev.serai.mime.MimeReader;
import dev.serai.store.OutboundRow.Approval;
import dev.serai.store.Store;
import dev.serai.store.StoredRaw;
import dev.serai.store.Tx;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import dev.serai.strategy.Outgoing;
import dev.serai.strategy.Playbook;
import dev.serai.strategy.ResponseFields;
import dev.serai.strategy.StrategyException;
import dev.serai.strategy.Written;
import dev.serai.text.HtmlText;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    public Optional<Written> written(Interaction outbound) {
        return store.read(tx -> tx.outbound()
                .load(outbound.tenant(), outbound.id())
                .map(row -> new Written(
                        row.author(),
                        row.byHub(),
                        row.editors(),
                        row.fromQueue(),
                        holding(tx, outbound, row.approval()),
                        () -> account(outbound),
                        () -> html(outbound))));
    }

    /** An approval that is for this placement, and for what there is now. */
    private @Nullable Approval holding(Tx tx, Interaction outbound, @Nullable Approval approval) {
        if (approval == null || approval.placement() != outbound.standing().placement()) {
            return null;
        }
        try {
            return outbox.seal(tx, outbound, generation).equals(new Seal(approval.account(), approval.digest()))
                    ? approval
                    : null;
        } catch (NoAccountException none) {
            return null;
        }
    }

    private String account(Interaction outbound) {
        try {
            return new AccountChoice(generation)
                    .forSending(outbound, null)
                    .name()
                    .value();
        } catch (NoAccountException none) {
            return "";
        }
    }

    private String html(Interaction outbound) {
        Optional<StoredRaw> composed = store.received(outbound.tenant(), outbound.id());
        try {
            String html = composed.isEmpty()
                    ? null
                    : new MimeReader().read(new StoredMail(composed.get())).html();
            return html == null ? "" : HtmlText.of(html);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the mail of " + outbound.id() + " cannot be read", unreadable);
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
            mail.insertByHub(tx, by);
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
