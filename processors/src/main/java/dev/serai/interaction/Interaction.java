package dev.serai.interaction;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One unit of work as the store knows it.
 *
 * @param version raised by every change of the wide row; the ETag
 * @param language BCP 47 tag, null where nobody knows
 * @param userData keys and JSON scalars that rules, strategies and clients attached
 */
public record Interaction(
        InteractionId id,
        String tenant,
        long version,
        Origin origin,
        Content content,
        @Nullable Contact contact,
        @Nullable String language,
        Map<String, Object> userData,
        Standing standing) {

    public Interaction {
        userData = Map.copyOf(userData);
    }

    /** The same with other content and user data. */
    public Interaction with(Content newContent, Map<String, Object> newUserData) {
        return new Interaction(id, tenant, version, origin, newContent, contact, language, newUserData, standing);
    }

    public Fence fence() {
        return new Fence(tenant, id, standing.placement(), standing.claim());
    }
}
