package dev.serai.operation;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.State;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Changes what an interaction says about itself, whoever has it.
 *
 * @param version the version that the change was made for; null = whatever it is
 */
public record Change(Target target, @Nullable Long version, ChangeRequest request, By by)
        implements Unit<Outcome<Interaction>> {

    @Override
    public Outcome<Interaction> apply(Tx tx) {
        return Live.change(
                tx,
                target,
                row -> change(tx, row),
                stopped -> Optional.of(Refusal.wrongState("change it", State.STOPPED)));
    }

    private Optional<Refusal> change(Tx tx, WorkRow row) {
        Interaction before = Live.load(tx, target);
        if (version != null && version != before.version()) {
            return Optional.of(Refusal.of(
                    Code.VERSION_MISMATCH,
                    "the interaction has version " + before.version() + " now, not " + version
                            + "; read it again and repeat the change"));
        }
        Map<String, Object> changed = changes(before);
        if (!changed.isEmpty()) {
            write(tx, row, before, changed);
        }
        return Optional.empty();
    }

    private void write(Tx tx, WorkRow row, Interaction before, Map<String, Object> changed) {
        tx.interactions().update(after(before));
        WorkChange change = new WorkChange(tx, row, by);
        if (request.priority() != null) {
            change.priority(request.priority());
        }
        change.event("serai.interaction.changed", changed).keep();
    }

    private Map<String, Object> changes(Interaction before) {
        Map<String, Object> changed = new LinkedHashMap<>();
        Integer priority = request.priority();
        if (priority != null && priority != before.standing().priority()) {
            changed.put("priority", priority);
        }
        if (request.setsLanguage()) {
            changed.put("language", request.language() == null ? "" : request.language());
        }
        if (!request.userData().isEmpty()) {
            changed.put("userData", new LinkedHashMap<>(request.userData()));
        }
        List<String> deleted = deleted();
        if (!deleted.isEmpty()) {
            changed.put("deleted", deleted);
        }
        return changed;
    }

    private List<String> deleted() {
        return Stream.concat(
                        Stream.of("language").filter(any -> request.setsLanguage() && request.language() == null),
                        request.userData().entrySet().stream()
                                .filter(entry -> entry.getValue() == null)
                                .map(Map.Entry::getKey))
                .toList();
    }

    private Interaction after(Interaction before) {
        return new Interaction(
                before.id(),
                before.tenant(),
                before.version(),
                before.origin(),
                before.content(),
                before.contact(),
                request.setsLanguage() ? request.language() : before.language(),
                UserDataFields.merged(before.userData(), request.userData()),
                before.standing());
    }
}
