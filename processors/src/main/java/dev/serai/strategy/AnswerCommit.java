package dev.serai.strategy;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.OutboundDraft;
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

/** Stores what one decision answers, but for automatic answers that a pause or a cap forbids. */
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
                .anyMatch(draft -> draft.passing() != null || draft.kind().isAutomaticAnswer());
    }

    /** Whether mail reaches the addresses of automatic answers is asked together. */
    void announce(Ahead ahead) {
        decision.replies().stream()
                .filter(draft -> draft.kind().isAutomaticAnswer())
                .forEach(draft ->
                        ahead.undeliverable(answered.tenant(), draft.to().get(0).address()));
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
            return caps.againstForward(
                    tx,
                    answered.tenant(),
                    tx.interactions().current(answered).origin().threadId());
        }
        return draft.kind().isAutomaticAnswer() ? againstAnswer(tx, draft) : Optional.empty();
    }

    private Optional<Suppression.Why> againstAnswer(Tx tx, OutboundDraft draft) {
        Optional<Suppression.Why> paused = ReplyPause.since(tx)
                .map(since -> Suppression.PAUSED.because("automatic replies are paused since " + since));
        return paused.or(() -> undeliverable(tx, draft)).or(() -> caps.against(tx, answered.tenant(), key(draft)));
    }

    /** A machine that answers bounced addresses for ever is a loop of its own. */
    private Optional<Suppression.Why> undeliverable(Tx tx, OutboundDraft draft) {
        return tx.undeliverable()
                .load(answered.tenant(), draft.to().get(0).address())
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
