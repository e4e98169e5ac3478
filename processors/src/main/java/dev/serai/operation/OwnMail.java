package dev.serai.operation;

import dev.serai.interaction.Interaction;
import dev.serai.store.OutboundRow;
import dev.serai.store.Tx;
import dev.serai.store.WorkRow;
import org.jspecify.annotations.Nullable;

/**
 * An outbound mail of the hub's own in the hands of a client.
 *
 * @param mail as it is stored
 * @param born who wrote it
 * @param by the client: its key's name, or what it called itself
 */
record OwnMail(Interaction mail, OutboundRow born, WorkRow row, String by) {

    /** What a client does with it. */
    interface Work {
        Outcome<Interaction> on(OwnMail mail);
    }

    /**
     * Does something for the client whose token is the current one.
     *
     * @param key of the caller; null where nobody had to show one
     */
    static Outcome<Interaction> with(Tx tx, Target target, String token, @Nullable String key, Work work) {
        return Live.leased(tx, target, token, (open, row) -> {
            Interaction mail = Live.load(open, target);
            String by = key == null ? Owners.of(row) : key;
            return open.outbound()
                    .load(target.tenant(), target.id())
                    .map(born -> work.on(new OwnMail(mail, born, row, by)))
                    .orElseGet(() -> Outcome.refused(Refusal.of(
                            Code.WRONG_STATE,
                            "interaction '" + target.id() + "' is no outbound mail that the hub composed, but "
                                    + mail.origin().subtype())));
        });
    }
}
