package dev.serai.store;

import dev.serai.interaction.Content;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Origin;
import java.time.Instant;
import java.util.Map;

/** Interactions for the store's tests. */
final class StoreSamples {
    private StoreSamples() {}

    static NewInteraction interaction(InteractionId id, Content content, Instant now) {
        Origin origin = new Origin(null, null, null, id, "workitem", "Inbound", "InboundNew", now, now);
        return new NewInteraction(id, "default", origin, content, null, null, Map.of());
    }
}
