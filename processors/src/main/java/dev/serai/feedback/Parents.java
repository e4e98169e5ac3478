package dev.serai.feedback;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.store.Tx;
import dev.serai.store.WorkChange.By;
import java.util.Map;

/** Tells what a mail of ours answered or passed on that the mail did not arrive: its author looks there. */
public final class Parents {
    private Parents() {}

    /**
     * Nothing where it answered nothing.
     *
     * @param outbound the mail
     * @param state of its dispatch, or bounced
     * @param reason in words
     */
    public static void tell(Tx tx, Interaction outbound, String state, String reason, By by) {
        InteractionId parent = outbound.origin().parentId();
        if (parent == null) {
            return;
        }
        tx.interactions().load(outbound.tenant(), parent).ifPresent(answered -> {
            Timeline timeline = Timeline.of(tx, answered, by);
            timeline.append(
                    "serai.interaction.changed",
                    reason,
                    Map.of("reply", outbound.id().value(), "dispatch", state));
            timeline.end();
        });
    }
}
