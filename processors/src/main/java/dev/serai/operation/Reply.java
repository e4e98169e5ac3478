package dev.serai.operation;

import dev.serai.dispatch.PreparedOutbound;
import dev.serai.interaction.Interaction;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.util.Map;

/**
 * The client answers, or passes on: the outbound interaction is born, and what it is about is completed in the same
 * transaction if so wished. Yields the outbound interaction.
 *
 * @param target what is answered
 * @param token of the client's lease
 */
public record Reply(Target target, String token, PreparedOutbound outbound, Way way, boolean complete)
        implements Unit<Outcome<Interaction>> {

    /** What a client does with a mail by mail. */
    public enum Way {
        REPLY("reply", StopReason.ANSWERED),
        FORWARD("forward", StopReason.FORWARDED),
        REDIRECT("redirect", StopReason.REDIRECTED);

        private final String word;
        private final String stopReason;

        Way(String word, String stopReason) {
            this.word = word;
            this.stopReason = stopReason;
        }

        /**
         * Who has our own mail is no one to answer, and it has no From yet to be redirected with.
         *
         * @throws RefusedException when a mail of ours is to be answered or redirected
         */
        public void requireFor(Interaction parent) {
            if (this != FORWARD && parent.origin().type().equals("Outbound")) {
                throw new RefusedException(
                        Refusal.of(
                                Code.WRONG_STATE,
                                "cannot " + word + ": interaction " + parent.id()
                                        + " is a mail of ours; edit it while it has not left, forward it, or write a new mail"));
            }
        }

        /** As the path and the timeline say it. */
        public String word() {
            return word;
        }
    }

    @Override
    public long bytes() {
        return outbound.bytes();
    }

    @Override
    public Outcome<Interaction> apply(Tx tx) {
        return Live.leased(tx, target, token, this::answer);
    }

    private Outcome<Interaction> answer(Tx tx, WorkRow row) {
        if (tx.outbound().load(target.tenant(), target.id()).isPresent()) {
            return Outcome.refused(Refusal.of(
                    Code.WRONG_STATE,
                    "cannot " + way.word + ": interaction " + target.id()
                            + " is a mail of ours that has not left; approve, edit, reject or stop it"));
        }
        By by = By.of(Owners.of(row));
        outbound.insert(tx, by);
        WorkChange change = new WorkChange(tx, row, by)
                .event(
                        "serai.interaction.changed",
                        Map.of(way.word, outbound.id().value()));
        if (complete) {
            change.stop(way.stopReason);
        } else {
            change.keep();
        }
        return Outcome.done(Live.load(tx, new Target(target.tenant(), outbound.id())));
    }
}
