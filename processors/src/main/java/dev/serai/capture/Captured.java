package dev.serai.capture;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.PointName;

/** The handle that a capture route's steps get as body: the stored interaction, never its bytes. */
public record Captured(String tenant, InteractionId id, PointName point) {
    /** The id, so that logging a body shows nothing of the message. */
    @Override
    public String toString() {
        return id.value();
    }
}
