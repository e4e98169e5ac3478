package dev.serai.strategy;

import dev.serai.interaction.Interaction;
import org.jspecify.annotations.Nullable;

/**
 * What a run decides on.
 *
 * @param reply the mail that ended its wait; null where none did
 * @param written what is known of an outbound mail; null where the hub did not compose it
 */
public record Matter(
        Interaction interaction,
        @Nullable Interaction reply,
        @Nullable Written written) {

    /** One that did not wait, and is no mail of ours. */
    public static Matter of(Interaction interaction) {
        return new Matter(interaction, null, null);
    }
}
