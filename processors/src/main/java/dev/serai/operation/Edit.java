package dev.serai.operation;

import dev.serai.dispatch.Revision;
import dev.serai.interaction.Interaction;
import dev.serai.store.DispatchRow;
import dev.serai.store.RawTable.RawFacts;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The client changes an outbound mail and keeps it. No approval that it had counts any more. The timeline says who changed
 * which fields, with the digests of the mail before and after, not what they said.
 *
 * @param revision composed of the version that it was loaded with; it is refused when there is another by now
 * @param fields that change, by name
 */
public record Edit(
        Target target,
        String token,
        Revision revision,
        List<String> fields,
        @Nullable String key) implements Unit<Outcome<Interaction>> {

    @Override
    public long bytes() {
        return revision.bytes();
    }

    @Override
    public Outcome<Interaction> apply(Tx tx) {
        return OwnMail.with(tx, target, token, key, own -> edit(tx, own));
    }

    private Outcome<Interaction> edit(Tx tx, OwnMail own) {
        if (own.mail().version() != revision.before().version()) {
            return Outcome.refused(Refusal.version(own.mail()));
        }
        Optional<DispatchRow> tried =
                tx.dispatches().load(target.tenant(), target.id()).filter(dispatch -> dispatch.attempts() > 0);
        if (tried.isPresent()) {
            return Outcome.refused(Refusal.of(
                    Code.WRONG_STATE,
                    "cannot edit: it was tried to be sent before, and is "
                            + tried.get().state().word() + " for " + tried.get().account()));
        }
        if (!fields.isEmpty()) {
            write(tx, own);
        }
        return Outcome.done(Live.load(tx, target));
    }

    private void write(Tx tx, OwnMail own) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("edited", fields);
        tx.raw()
                .facts(target.tenant(), target.id())
                .map(RawFacts::sha256)
                .ifPresent(sha256 -> told.put("before", sha256));
        told.put("after", revision.sha256());
        revision.store(tx);
        tx.outbound().edited(target.tenant(), target.id(), own.born(), own.by());
        new WorkChange(tx, own.row(), By.of(own.by()))
                .event("serai.interaction.changed", told)
                .keep();
    }
}
