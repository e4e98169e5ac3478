package dev.serai.strategy;

import dev.serai.interaction.Content;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Origin;
import dev.serai.store.NewInteraction;
import dev.serai.store.Tx;
import java.time.Clock;
import java.util.Map;

/** A mail that was passed on, as the caps count it. */
final class PassedOnMail {
    private PassedOnMail() {}

    static void insert(Tx tx, String tenant, InteractionId thread) {
        InteractionId id = InteractionId.next(Clock.systemUTC());
        Origin origin =
                new Origin(null, null, null, thread, "email", "Outbound", "OutboundForward", tx.now(), tx.now());
        tx.interactions().insert(new NewInteraction(id, tenant, origin, Content.none(), null, null, Map.of()));
    }
}
