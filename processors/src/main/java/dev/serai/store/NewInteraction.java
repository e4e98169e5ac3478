package dev.serai.store;

import dev.serai.interaction.Content;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Origin;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An interaction about to be born. */
public record NewInteraction(
        InteractionId id,
        String tenant,
        Origin origin,
        Content content,
        @Nullable InteractionId contactId,
        @Nullable String language,
        Map<String, Object> userData) {

    public NewInteraction {
        userData = Map.copyOf(userData);
    }
}
