package dev.serai.store;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.store.EventLog.NewEvent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Records that a mail came once more: on the interaction where it counts once, else on its capture point. */
final class FurtherCopy {
    private static final String EVENT = "serai.capture.duplicate";
    private static final int MOST_RECIPIENTS = 100;

    private final Tx tx;
    private final Arrival arrival;

    FurtherCopy(Tx tx, Arrival arrival) {
        this.tx = tx;
        this.arrival = arrival;
    }

    void of(InteractionId first, String because) {
        Arrival.Once once = arrival.once();
        if (once == null) {
            tx.events().append(arrival.tenant(), arrival.point(), event(because, Map.of("interaction", first.value())));
            return;
        }
        NewEvent event = event(
                because, Map.of("point", arrival.point().value(), "recipients", String.join(", ", once.recipients())));
        Optional<WorkRow> live = tx.work().lock(arrival.tenant(), first);
        if (live.isEmpty()) {
            tx.events().appendStopped(arrival.tenant(), first, event);
            return;
        }
        tx.interactions().load(arrival.tenant(), first).ifPresent(found -> addressed(found, once.recipients()));
        tx.work().update(tx.events().append(live.get(), event));
    }

    private NewEvent event(String because, Map<String, Object> data) {
        Map<String, Object> all = new LinkedHashMap<>(data);
        all.put("position", arrival.position());
        return NewEvent.of(EVENT, arrival.point().actor()).because(because).with(all);
    }

    private void addressed(Interaction first, List<String> recipients) {
        Object known = first.userData().getOrDefault(Arrival.RECIPIENTS, "");
        Set<String> all = new LinkedHashSet<>(Arrays.asList(known.toString().split(", ")));
        all.remove("");
        if (all.size() >= MOST_RECIPIENTS || !all.addAll(recipients)) {
            return;
        }
        Map<String, Object> userData = new HashMap<>(first.userData());
        userData.put(Arrival.RECIPIENTS, String.join(", ", all));
        tx.interactions().update(first.with(first.content(), userData));
    }
}
