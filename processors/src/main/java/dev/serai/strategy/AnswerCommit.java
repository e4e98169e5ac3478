package dev.serai.strategy;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.Party;
import dev.serai.store.Ahead;
import dev.serai.store.AnswerKey;
import dev.serai.store.ReplyPause;
import dev.serai.store.Tx;
import dev.serai.store.Undeliverable;
import dev.serai.store.WorkChange.By;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Stores the mail of one decision, but for what a pause, a cap or an address that no mail reaches forbids. */
final class AnswerCommit {
    private final Interaction answered;
    private final Decision decision;
    private final List<Outgoing.Prepared> mails;
    private final AnswerCaps caps;

    /** @param mails the replies of the decision composed, in the same order */
    AnswerCommit(Interaction answered, Decision decision, List<Outgoing.Prepared> mails, AnswerCaps caps) {
        this.answered = answered;
        this.decision = decision;
        this.mails = mails;
        this.caps = caps;
    }

    /** Whether anything of it is counted. */
    boolean isCounted() {
        return decision.replies().stream()
                .anyMatch(draft -> draft.passing() != null || draft.kind().isAutomatic());
    }

    /** Whether mail reaches the addresses of automatic mail is asked together. */
    void announce(Ahead ahead) {
        decision.replies().stream()
                .filter(draft -> draft.kind().isAutomatic())
                .flatMap(draft -> draft.to().stream())
                .forEach(to -> ahead.undeliverable(answered.tenant(), to.address()));
    }

    /** What was stored, and what the steps or this transaction left out. */
    record Answered(List<OutboundDraft> made, List<Suppressed> suppressed) {
        static final Answered NOTHING = new Answered(List.of(), List.of());

        /** Why one of a kind was left out; empty when one was made. */
        Optional<String> missing(OutboundDraft.Kind kind) {
            return made.stream().anyMatch(draft -> draft.kind() == kind)
                    ? Optional.empty()
                    : Optional.of(suppressed.stream()
                            .filter(one -> one.kind() == kind)
                            .map(one -> one.why().sentence())
                            .findFirst()
                            .orElse("it was left out"));
        }
    }

    Answered apply(Tx tx, By by) {
        List<OutboundDraft> made = new ArrayList<>();
        List<Suppressed> suppressed = new ArrayList<>(decision.suppressed());
        for (int i = 0; i < mails.size(); i++) {
            OutboundDraft draft = decision.replies().get(i);
            Optional<Suppression.Why> against = against(tx, draft);
            if (against.isEmpty()) {
                mails.get(i).insert(tx, by);
                made.add(draft);
            } else {
                suppressed.add(leftOut(draft, against.get()));
            }
        }
        return new Answered(List.copyOf(made), List.copyOf(suppressed));
    }

    private Optional<Suppression.Why> against(Tx tx, OutboundDraft draft) {
        if (draft.passing() != null) {
            return caps.againstForward(tx, answered.tenant(), thread(tx));
        }
        if (draft.kind() == OutboundDraft.Kind.NOTIFICATION) {
            return againstNotification(tx, draft);
        }
        return draft.kind().isAutomaticAnswer() ? againstAnswer(tx, draft) : Optional.empty();
    }

    private InteractionId thread(Tx tx) {
        return tx.interactions().current(answered).origin().threadId();
    }

    /** One that still reaches somebody goes out. */
    private Optional<Suppression.Why> againstNotification(Tx tx, OutboundDraft draft) {
        List<String> reached = new ArrayList<>();
        Optional<Suppression.Why> unreached = Optional.empty();
        for (Party to : draft.to()) {
            Optional<Suppression.Why> gone = undeliverable(tx, to);
            if (gone.isEmpty()) {
                reached.add(to.address());
            }
            unreached = unreached.or(() -> gone);
        }
        return reached.isEmpty() ? unreached : caps.againstNotification(tx, answered.tenant(), thread(tx), reached);
    }

    private Optional<Suppression.Why> againstAnswer(Tx tx, OutboundDraft draft) {
        Optional<Suppression.Why> paused = ReplyPause.since(tx)
                .map(since -> Suppression.PAUSED.because("automatic replies are paused since " + since));
        return paused.or(() -> undeliverable(tx, draft.to().get(0)))
                .or(() -> caps.against(tx, answered.tenant(), key(draft)));
    }

    /** A machine that answers bounced addresses for ever is a loop of its own. */
    private Optional<Suppression.Why> undeliverable(Tx tx, Party to) {
        return tx.undeliverable()
                .load(answered.tenant(), to.address())
                .filter(Undeliverable::hard)
                .map(known -> Suppression.UNDELIVERABLE.because(known.sentence()));
    }

    private AnswerKey key(OutboundDraft draft) {
        return AnswerKey.of(
                draft.to().get(0).address(),
                answered.origin().threadId(),
                SameMail.key(answered.content().text()));
    }

    private static Suppressed leftOut(OutboundDraft draft, Suppression.Why why) {
        String response = Objects.requireNonNullElse(draft.response(), "");
        return new Suppressed(draft.kind(), response, ReplyTrace.addressees(draft), why);
    }
}
