package dev.serai.operation;

import dev.serai.interaction.Interaction;
import java.time.Instant;

/**
 * An interaction in a client's hands.
 *
 * @param token the proof that it is; opaque to the client
 * @param expiresAt when it goes back to its queue unless it is renewed
 */
public record Lease(Interaction interaction, String token, Instant expiresAt) {}
