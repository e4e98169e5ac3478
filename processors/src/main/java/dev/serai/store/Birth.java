package dev.serai.store;

import dev.serai.interaction.Content;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Origin;
import dev.serai.store.EventLog.NewEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes an arrival an interaction: wide row, raw, first placement and event. */
final class Birth {
    private final Tx tx;
    private final Arrival arrival;
    private final Optional<LedgerEntry> sameMessageId;

    /** @param sameMessageId another mail of that mailbox under the same Message-ID, which is worth a warning */
    Birth(Tx tx, Arrival arrival, Optional<LedgerEntry> sameMessageId) {
        this.tx = tx;
        this.arrival = arrival;
        this.sameMessageId = sameMessageId.filter(entry -> entry.interactionId() != null);
    }

    void of(InteractionId id) {
        Instant now = tx.now();
        Origin origin = new Origin(
                arrival.point(),
                null,
                null,
                id,
                arrival.mediaType(),
                "Inbound",
                "InboundNew",
                arrival.receivedAt(),
                now);
        tx.interactions()
                .insert(new NewInteraction(
                        id, arrival.tenant(), origin, content(), null, arrival.language(), userData()));
        tx.raw().insert(arrival.tenant(), id, arrival.raw());
        WorkRow row = WorkRow.born(arrival.tenant(), id, arrival.queue(), arrival.priority(), now);
        NewEvent submitted = NewEvent.of(
                        "serai.interaction.submitted", arrival.point().actor())
                .with(Map.of("queue", arrival.queue().value(), "position", arrival.position()));
        tx.work().insert(tx.events().append(row, submitted));
    }

    private Content content() {
        return sameMessageId
                .map(entry -> arrival.content()
                        .warned(List.of("the same Message-ID as interaction " + entry.interactionId()
                                + ", with other bytes: it is taken as a mail of its own")))
                .orElse(arrival.content());
    }

    private Map<String, Object> userData() {
        Map<String, Object> userData = new HashMap<>(arrival.userData());
        sameMessageId.ifPresent(entry -> userData.put(Arrival.SAME_MESSAGE_ID, "" + entry.interactionId()));
        return userData;
    }
}
